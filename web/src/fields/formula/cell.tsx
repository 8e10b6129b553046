import type { CellProps } from '../field-kit';
import { ResultValue } from '../result-value';

export function FormulaCell(props: CellProps) {
  return <ResultValue {...props} />;
}
