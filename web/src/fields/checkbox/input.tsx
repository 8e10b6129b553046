import { Checkbox } from '@/ui/input/checkbox';
import type { InputProps } from '../field-kit';

export function CheckboxInput({ id, field, value, onChange, describedBy, autoFocus }: InputProps) {
  return (
    <Checkbox
      id={id}
      aria-label={field.label}
      aria-describedby={describedBy}
      autoFocus={autoFocus}
      checked={value === true}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}
