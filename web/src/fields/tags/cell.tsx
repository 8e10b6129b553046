import type { CellProps } from '../field-kit';
import { SetCell } from '../set-cell';
import { useTints } from './use-tints';

export function TagsCell({ value }: CellProps) {
  const tintOf = useTints();
  const values = Array.isArray(value) ? value : [value];
  return <SetCell values={values.map(String).map((each) => ({ value: each, tint: tintOf(each) }))} />;
}
