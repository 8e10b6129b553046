import { TextInput } from '@/ui/input/text-input';
import type { InputProps } from '../field-kit';

export function PhoneInput({ id, field, value, onChange, invalid, describedBy, autoFocus }: InputProps) {
  return (
    <TextInput
      id={id}
      type="tel"
      dir="ltr"
      autoComplete="off"
      value={String(value ?? '')}
      maxLength={field.length || undefined}
      invalid={invalid}
      aria-describedby={describedBy}
      autoFocus={autoFocus}
      onChange={(event) => onChange(event.target.value || null)}
    />
  );
}
