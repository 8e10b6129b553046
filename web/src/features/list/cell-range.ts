import type { RecordData } from '@/api/types';
import type { Column } from '@/api/columns';

export interface ActiveCell {
  row: number;
  column: number;
}

/** A rectangle of cells, its edges within. */
export interface CellRange {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The cells between two corners; nothing when both are the same cell. */
export function rangeOf(from: ActiveCell, to: ActiveCell): CellRange | undefined {
  if (from.row === to.row && from.column === to.column) return undefined;
  return { top: Math.min(from.row, to.row), bottom: Math.max(from.row, to.row), left: Math.min(from.column, to.column), right: Math.max(from.column, to.column) };
}

export const heightOf = ({ top, bottom }: CellRange) => bottom - top + 1;
export const widthOf = ({ left, right }: CellRange) => right - left + 1;

export const rowsIn = (range: CellRange, rows: readonly RecordData[]) => rows.slice(range.top, range.bottom + 1);
export const columnsIn = (range: CellRange, columns: readonly Column[]) => columns.slice(range.left, range.right + 1);
