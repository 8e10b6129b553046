import { TextInput } from '@/ui/input/text-input';
import type { InputProps } from '../field-kit';

export function TimeInput({ id, value, onChange, invalid, describedBy, autoFocus }: InputProps) {
  return (
    <TextInput
      id={id}
      type="time"
      value={String(value ?? '').slice(0, 5)}
      invalid={invalid}
      aria-describedby={describedBy}
      autoFocus={autoFocus}
      onChange={(event) => onChange(event.target.value || null)}
    />
  );
}
