import type { RecordData } from '@/api/types';

/** The selection after a press on a box; with `range`, everything up to the last row that is selected above it. */
export function toggledSelection(selected: ReadonlySet<string>, rows: readonly RecordData[], index: number, range: boolean): ReadonlySet<string> {
  const next = new Set(selected);
  const row = rows[index];
  if (!row) return next;
  if (range) {
    const anchor = rows.slice(0, index).findLastIndex((each) => selected.has(each.id));
    rows.slice(anchor === -1 ? index : anchor, index + 1).forEach((each) => next.add(each.id));
  } else if (!next.delete(row.id)) next.add(row.id);
  return next;
}
