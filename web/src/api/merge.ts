import { request } from './client';
import type { ChangeSet } from './types';

export interface Merge {
  id: string;
  merged: string[];
  change_set: number;
  /** Running: what refers to the others is still being moved. */
  state: ChangeSet['state'];
}

/** Merges others into a record; `fields` names, for each field that shall not keep its value, the record whose value it takes. */
export const mergeRecords = (object: string, survivor: string, merge: readonly string[], fields: Record<string, string>) =>
  request<Merge>(`/records/${object}/${survivor}/actions/merge`, { method: 'POST', body: { merge, fields } });
