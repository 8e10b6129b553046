import type { RecordData } from '@/api/types';

export interface Branch {
  record: RecordData;
  below: Branch[];
}

/** Records that name their parent, as a tree. Whose parent is not among them stands at the top; a circle is cut where it was entered. */
export function treeOf(records: readonly RecordData[], parent = 'parent_id'): Branch[] {
  const known = new Set(records.map((record) => record.id));
  const taken = new Set<string>();
  const below = (id: string | null): Branch[] =>
    records
      .filter((record) => {
        const above = typeof record[parent] === 'string' && known.has(record[parent]) ? record[parent] : null;
        return above === id && !taken.has(record.id);
      })
      .map((record) => {
        taken.add(record.id);
        return { record, below: below(record.id) };
      });
  return below(null);
}
