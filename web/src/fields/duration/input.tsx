import { useState } from 'react';
import { parseDuration, plainDuration } from '@/lib/duration';
import { TextInput } from '@/ui/input/text-input';
import type { InputProps } from '../field-kit';

/** Takes "1h 30m", "90 min" or "1:30"; a bare figure is minutes. */
export function DurationInput({ id, value, onChange, invalid, describedBy, autoFocus }: InputProps) {
  const [text, setText] = useState(() => (typeof value === 'number' ? plainDuration(value) : String(value ?? '')));
  return (
    <TextInput
      id={id}
      dir="ltr"
      autoComplete="off"
      value={text}
      invalid={invalid}
      aria-describedby={describedBy}
      autoFocus={autoFocus}
      onChange={(event) => {
        const typed = event.target.value;
        setText(typed);
        onChange(typed.trim() === '' ? null : (parseDuration(typed) ?? typed));
      }}
    />
  );
}
