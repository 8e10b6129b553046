import { TextInput } from '@/ui/input/text-input';
import type { InputProps } from '../field-kit';

export function EncryptedTextInput({ id, field, value, onChange, invalid, describedBy, autoFocus }: InputProps) {
  return (
    <TextInput
      id={id}
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
