import { useText } from '@/i18n/use-text';
import type { CellProps } from '../field-kit';
import { usualRule } from './rules';

/** "Every week"; a rule that has no such name as it is written. */
export function RecurrenceCell({ value }: CellProps) {
  const t = useText();
  const name = usualRule(value);
  return <bdi>{name ? t(`calendar.repeat_${name}`) : String(value)}</bdi>;
}
