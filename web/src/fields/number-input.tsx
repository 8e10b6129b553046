import { useState } from 'react';
import { useFormats } from '@/i18n/use-formats';
import { parseLooseNumber } from '@/lib/loose-number';
import { TextInput } from '@/ui/input/text-input';
import type { InputProps } from './field-kit';

/** Takes numbers as people write them, "1.5k" too. What is no number is sent as it is, so that the server says why. */
export function NumberInput({ id, field, value, onChange, invalid, describedBy, autoFocus }: InputProps) {
  const { locale } = useFormats();
  const [text, setText] = useState(() => (typeof value === 'number' ? new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 10 }).format(value) : String(value ?? '')));
  return (
    <TextInput
      id={id}
      inputMode={field.scale === 0 ? 'numeric' : 'decimal'}
      dir="ltr"
      autoComplete="off"
      value={text}
      invalid={invalid}
      aria-describedby={describedBy}
      autoFocus={autoFocus}
      onFocus={(event) => event.target.select()}
      onChange={(event) => {
        const typed = event.target.value;
        setText(typed);
        onChange(typed.trim() === '' ? null : (parseLooseNumber(typed, locale) ?? typed));
      }}
    />
  );
}
