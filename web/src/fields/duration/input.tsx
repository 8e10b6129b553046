import { parseDuration, plainDuration } from '@/lib/duration';
import type { InputProps } from '../field-kit';
import { ParsedInput } from '../parsed-input';

/** Takes "1h 30m", "90 min" or "1:30"; a bare figure is minutes. */
export function DurationInput(props: InputProps) {
  const { value } = props;
  return <ParsedInput {...props} written={typeof value === 'number' ? plainDuration(value) : String(value ?? '')} parse={parseDuration} />;
}
