import { useFormats } from '@/i18n/use-formats';
import { parseLooseNumber } from '@/lib/loose-number';
import type { InputProps } from './field-kit';
import { ParsedInput } from './parsed-input';

/** Takes numbers as people write them, "1.5k" too. */
export function NumberInput(props: InputProps) {
  const { field, value } = props;
  const { locale } = useFormats();
  const written = typeof value === 'number' ? new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 10 }).format(value) : String(value ?? '');
  return (
    <ParsedInput
      {...props}
      written={written}
      parse={(typed) => parseLooseNumber(typed, locale)}
      particular={{ inputMode: field.scale === 0 ? 'numeric' : 'decimal', onFocus: (event) => event.target.select() }}
    />
  );
}
