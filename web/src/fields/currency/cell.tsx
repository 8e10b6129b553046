import { useFormats } from '@/i18n/use-formats';
import type { CellProps } from '../field-kit';
import styles from '../fields.module.css';
import { ForeignAmount } from './foreign-amount';

/** The amount in its own currency; on the page where it stands alone, the organization's beside a foreign one. */
export function CurrencyCell({ value, field, record }: CellProps) {
  const formats = useFormats();
  // Totals over other records are in the organization's currency, whatever this one's is.
  const inBase = field.type === 'roll_up' || field.name.endsWith('_base');
  const own = typeof record.currency_code === 'string' && !inBase ? record.currency_code : null;
  const base = record[`${field.name}_base`];
  const foreign = own !== null && own !== formats.currency;
  return (
    <bdi className={styles.figure}>
      {foreign ? <ForeignAmount amount={Number(value)} code={own} record={record} /> : formats.money(Number(value), own)}
      {foreign && typeof base === 'number' && <small className={styles.base}>{formats.money(Math.round(base))}</small>}
    </bdi>
  );
}
