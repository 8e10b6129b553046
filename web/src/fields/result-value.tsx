import type { FieldType } from '@/api/types';
import { CheckboxCell } from './checkbox/cell';
import { CurrencyCell } from './currency/cell';
import { DateCell } from './date/cell';
import { DatetimeCell } from './datetime/cell';
import { DecimalCell } from './decimal/cell';
import { DurationCell } from './duration/cell';
import type { CellProps } from './field-kit';
import { IntegerCell } from './integer/cell';
import { PercentCell } from './percent/cell';
import { TextCell } from './text/cell';

const cells: Partial<Record<FieldType, (props: CellProps) => React.ReactNode>> = {
  checkbox: CheckboxCell,
  currency: CurrencyCell,
  date: DateCell,
  datetime: DatetimeCell,
  decimal: DecimalCell,
  duration: DurationCell,
  integer: IntegerCell,
  percent: PercentCell,
};

/** A computed value, drawn as its result's type is. */
export function ResultValue(props: CellProps) {
  const Cell = (props.field.result && cells[props.field.result]) || TextCell;
  return <Cell {...props} />;
}
