import { request } from './client';
import type { Json } from './types';

/** A record that is there, by its id; or the fields of a new one beside those that come from the lead; null makes none. */
export type LeadPart = Record<string, Json> | null;

export interface Conversion {
  lead: string;
  account: string | null;
  contact: string | null;
  opportunity: string | null;
  change_set: number;
}

/** A part that is null is not made, and an account and a contact are made when they are left out. */
export const convertLead = (id: string, parts: Partial<Record<string, LeadPart>>) => request<Conversion>(`/records/lead/${id}/actions/convert`, { method: 'POST', body: parts });
