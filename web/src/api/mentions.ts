import { createContext } from 'react';
import { request } from './client';

/** Somebody, or a team, that a note about a record can mention. */
export interface Mentionable {
  id: string;
  object: 'user' | 'team';
  name: string;
  /** Whether they may see the record; who may not is not told. */
  sees: boolean;
}

/** The record that a text is written about: who may see it can be mentioned. Without one nobody is offered. */
export const MentionContext = createContext<{ object: string; id: string } | undefined>(undefined);

/** Whom a note about a record can mention, by a part of the name. */
export const findMentionable = async (about: { object: string; id: string }, wanted: string) =>
  (await request<{ mentionable: Mentionable[] }>(`/records/${about.object}/${about.id}/mentionable`, { query: { q: wanted } })).mentionable;
