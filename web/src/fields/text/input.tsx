import { TextInput as TextBox } from '@/ui/input/text-input';
import type { InputProps } from '../field-kit';

export function TextInput({ id, field, value, onChange, invalid, describedBy, autoFocus }: InputProps) {
  return (
    <TextBox
      id={id}
      value={String(value ?? '')}
      maxLength={field.length || undefined}
      invalid={invalid}
      aria-describedby={describedBy}
      autoFocus={autoFocus}
      onChange={(event) => onChange(event.target.value || null)}
    />
  );
}
