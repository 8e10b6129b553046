import type { Column } from '@/api/columns';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import type { Told, Totals } from './table-footer-model';

export interface TotalValueProps {
  column: Column;
  told: Told;
  totals: Totals;
}

/** A figure of a column, with its unit; money is in the organization's currency. */
export function TotalValue({ column: { field, path }, told: { aggregate }, totals }: TotalValueProps) {
  const t = useText();
  const formats = useFormats();
  const value = totals.values.get(path);
  if (value === undefined) return <>–</>;
  if (aggregate === 'empty') return <>{t('list.empty_value', { share: formats.percent(Math.round(value)) })}</>;
  if (aggregate === 'unique') return <>{t('list.unique_value', { count: value })}</>;
  const money = field.type === 'currency' || field.result === 'currency';
  return <b>{money ? formats.money(Math.round(value)) : formats.number(value, field.scale)}</b>;
}
