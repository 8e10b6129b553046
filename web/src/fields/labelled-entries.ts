import type { Json } from '@/api/types';

/** One of several addresses or numbers, with what it is for. */
export interface LabelledEntry {
  value: string;
  label: string;
}

/** The entries of a multi-value field. */
export function entriesOf(value: Json): LabelledEntry[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry) => {
    if (typeof entry === 'string') return [{ value: entry, label: '' }];
    if (!entry || typeof entry !== 'object' || Array.isArray(entry)) return [];
    return [{ value: String(entry.value ?? ''), label: String(entry.label ?? '') }];
  });
}
