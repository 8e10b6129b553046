import { TextArea } from '@/ui/input/text-area';
import type { InputProps } from '../field-kit';

export function LongTextInput({ id, field, value, onChange, invalid, describedBy, autoFocus }: InputProps) {
  return (
    <TextArea
      id={id}
      dir="auto"
      rows={4}
      value={String(value ?? '')}
      maxLength={field.length || undefined}
      invalid={invalid}
      aria-describedby={describedBy}
      autoFocus={autoFocus}
      onChange={(event) => onChange(event.target.value || null)}
    />
  );
}
