import type { InputProps } from '../field-kit';
import { ParsedInput } from '../parsed-input';

function textOf(value: InputProps['value']): string {
  if (!value || typeof value !== 'object' || Array.isArray(value)) return String(value ?? '');
  return `${String(value.latitude)}, ${String(value.longitude)}`;
}

function parse(typed: string) {
  const match = /^\s*(-?\d+(?:\.\d+)?)\s*[,;\s]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(typed);
  return match ? { latitude: Number(match[1]), longitude: Number(match[2]) } : undefined;
}

/** Takes "48.137, 11.575", as maps copy it. */
export function GeolocationInput(props: InputProps) {
  return <ParsedInput {...props} written={textOf(props.value)} parse={parse} particular={{ placeholder: '48.137, 11.575' }} />;
}
