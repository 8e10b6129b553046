import { useState } from 'react';
import { TextInput } from '@/ui/input/text-input';
import type { InputProps } from '../field-kit';

function textOf(value: InputProps['value']): string {
  if (!value || typeof value !== 'object' || Array.isArray(value)) return String(value ?? '');
  return `${String(value.latitude)}, ${String(value.longitude)}`;
}

/** Takes "48.137, 11.575", as maps copy it. */
export function GeolocationInput({ id, value, onChange, invalid, describedBy, autoFocus }: InputProps) {
  const [text, setText] = useState(() => textOf(value));
  return (
    <TextInput
      id={id}
      dir="ltr"
      placeholder="48.137, 11.575"
      value={text}
      invalid={invalid}
      aria-describedby={describedBy}
      autoFocus={autoFocus}
      onChange={(event) => {
        const typed = event.target.value;
        setText(typed);
        const match = /^\s*(-?\d+(?:\.\d+)?)\s*[,;\s]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(typed);
        onChange(typed.trim() === '' ? null : match ? { latitude: Number(match[1]), longitude: Number(match[2]) } : typed);
      }}
    />
  );
}
