import type { Json } from '@/api/types';

const key = (record: string, kind: string) => `rapport.draft.${record}.${kind}`;

/** What was typed for this record and kind of activity and not saved yet. */
export function readDraft(record: string, kind: string): Record<string, Json> {
  try {
    return JSON.parse(localStorage.getItem(key(record, kind)) ?? '{}') as Record<string, Json>;
  } catch {
    return {};
  }
}

/** Keeps a draft on this device; null forgets it. */
export function writeDraft(record: string, kind: string, values: object | null): void {
  try {
    if (values) localStorage.setItem(key(record, kind), JSON.stringify(values));
    else localStorage.removeItem(key(record, kind));
  } catch {
    // Without storage the draft lives as long as the page.
  }
}
