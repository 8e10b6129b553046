import { ApiError } from './api-error';
import { request } from './client';
import type { ChangeSet } from './types';

export interface Merge {
  id: string;
  merged: string[];
  change_set: number;
  /** Running: what refers to the others is still being moved. */
  state: ChangeSet['state'];
  /** Why it was taken back, when that was known in time. */
  failure: { code: string; message: string } | null;
}

/** Merges others into a record; `fields` names, for each field that shall not keep its value, the record whose value it takes. Throws also when it was begun and could not come to its end. */
export async function mergeRecords(object: string, survivor: string, merge: readonly string[], fields: Record<string, string>): Promise<Merge> {
  const merged = await request<Merge>(`/records/${object}/${survivor}/actions/merge`, { method: 'POST', body: { merge, fields } });
  if (merged.failure) throw new ApiError({ title: merged.failure.message, status: 200, code: merged.failure.code, detail: merged.failure.message });
  return merged;
}
