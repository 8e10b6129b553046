import { useText } from '@/i18n/use-text';
import { Select } from '@/ui/input/select';
import type { InputProps } from '../field-kit';

export function PicklistInput({ id, field, value, onChange, onDone, invalid, describedBy, autoFocus }: InputProps) {
  const t = useText();
  const options = (field.options ?? []).filter((option) => option.active || option.value === value);
  return (
    <Select
      id={id}
      options={options}
      empty={field.required && value ? undefined : t('field.none')}
      value={String(value ?? '')}
      invalid={invalid}
      aria-describedby={describedBy}
      autoFocus={autoFocus}
      onChange={(event) => {
        onChange(event.target.value || null);
        onDone?.();
      }}
    />
  );
}
