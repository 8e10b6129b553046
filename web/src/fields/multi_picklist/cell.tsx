import type { CellProps } from '../field-kit';
import { SetCell } from '../set-cell';

export function MultiPicklistCell({ value, field }: CellProps) {
  const values = Array.isArray(value) ? value : [value];
  const optionOf = (each: string) => field.options?.find((candidate) => candidate.value === each);
  return <SetCell values={values.map(String).map((each) => ({ value: each, label: optionOf(each)?.label, tint: optionOf(each)?.tint }))} />;
}
