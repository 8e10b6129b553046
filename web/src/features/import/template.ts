import type { RecordData } from '@/api/types';
import type { Remembered, RelationRule } from './remembered';

/** A mapping by the names of columns, so that it fits files whose columns stand in another order. */
export interface Template {
  /** Target of each column, by its name in small letters. */
  columns: Record<string, string>;
  match: string;
  mode: string;
  relations: Record<string, RelationRule>;
}

const key = (column: string) => column.trim().toLowerCase();

export const templateOf = (columns: readonly string[], { chosen, match, mode, relations }: Remembered): Template => ({
  columns: Object.fromEntries(columns.flatMap((column, index) => (chosen[index] ? [[key(column), chosen[index]]] : []))),
  match,
  mode,
  relations,
});

/** What a template says about a file; of fields that are not there any more, or that one may not fill in, it says nothing. Undefined for what cannot be read. */
export function applied(record: RecordData, columns: readonly string[], targets: readonly { key: string }[]): Remembered | undefined {
  try {
    const { columns: kept = {}, match = '', mode = 'upsert', relations = {} } = JSON.parse(String(record.mapping)) as Partial<Template>;
    const known = new Set(targets.map((target) => target.key));
    const chosen = columns.map((column) => (known.has(kept[key(column)] ?? '') ? (kept[key(column)] ?? '') : ''));
    return { chosen, match: chosen.includes(match) ? match : '', mode, relations };
  } catch {
    return undefined;
  }
}
