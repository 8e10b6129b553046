import type { CellProps } from '../field-kit';
import { ResultValue } from '../result-value';

export function RollUpCell(props: CellProps) {
  return <ResultValue {...props} />;
}
