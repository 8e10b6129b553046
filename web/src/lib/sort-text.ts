/** One key of a sort order: "-amount" is amount, descending. */
export interface SortKey {
  path: string;
  descending: boolean;
}

export function parseSort(text: string | undefined): SortKey[] {
  return (text ?? '')
    .split(',')
    .filter(Boolean)
    .map((part) => ({ path: part.replace(/^-/, ''), descending: part.startsWith('-') }));
}

export function sortText(keys: readonly SortKey[]): string {
  return keys.map((key) => (key.descending ? `-${key.path}` : key.path)).join(',');
}

/** The order after a press on a column: ascending, descending, then not at all. `adding` keeps the other keys. */
export function toggled(text: string | undefined, path: string, adding: boolean): string {
  const keys = parseSort(text);
  const known = keys.find((key) => key.path === path);
  const next: SortKey[] = !known ? [{ path, descending: false }] : !known.descending ? [{ path, descending: true }] : [];
  if (!adding) return sortText(next);
  if (!known) return sortText([...keys, ...next]);
  return sortText(keys.flatMap((key) => (key.path === path ? next : [key])));
}
