import type { ObjectInfo, RecordData } from '@/api/types';
import { dayOf } from '@/lib/zone';
import { timeFieldOf } from './activities';

/** One stop of the timeline. */
export interface TimelineEntry {
  object: ObjectInfo;
  record: RecordData;
  /** "2026-11-21" in the person's time zone. */
  day: string;
  /** The moment, when it has one; tasks have only a day. */
  moment?: string;
  /** Still to come: open tasks, and what has not begun. A note is never to come, even if the server's clock is ahead of this one. */
  planned: boolean;
}

export interface TimelineDay {
  day: string;
  entries: TimelineEntry[];
}

/** The entries of one kind as far as they are here, in the order in which they were asked for. */
export interface TimelineStream {
  activity: ObjectInfo;
  entries: TimelineEntry[];
  /** The server has older ones. */
  more: boolean;
}

const endOfTime = '9999';
const order = (entry: TimelineEntry) => entry.moment ?? `${entry.day}T00:00:00Z`;

const isDay = (text: string) => text.length === 10;

export function entryOf(object: ObjectInfo, record: RecordData, now: Date, timeZone: string): TimelineEntry {
  const open = record.is_closed === false;
  const done = typeof record.completed_at === 'string' ? record.completed_at : undefined;
  const value = done ?? record[timeFieldOf(object)] ?? record.created_at;
  const text = typeof value === 'string' ? value : now.toISOString();
  const moment = isDay(text) ? undefined : text;
  const day = moment ? dayOf(new Date(moment), timeZone) : text;
  return { object, record, day, moment, planned: open || (moment !== undefined && timeFieldOf(object) !== 'created_at' && new Date(moment) > now) };
}

/** Whether any text of an entry has all the words that are looked for. */
export function fits({ record }: TimelineEntry, wanted: string): boolean {
  const text = Object.values(record)
    .flatMap((value) => (typeof value === 'string' ? value : value && typeof value === 'object' && !Array.isArray(value) ? Object.values(value) : []))
    .join(' ')
    .toLocaleLowerCase();
  return wanted.toLocaleLowerCase().split(/\s+/).every((word) => text.includes(word));
}

const signs = (text: string) => text.replaceAll(/\s+/g, '');

/** How much of a text its title tells: a note without a title is called by its first words. */
export function toldByTitle(title: string, text: string): 'all' | 'beginning' | 'nothing' {
  if (signs(text) === signs(title)) return 'all';
  return title.endsWith('…') && signs(text).startsWith(signs(title.slice(0, -1))) ? 'beginning' : 'nothing';
}

/** Whether markup is a single paragraph without anything in it but words. */
export const isOneParagraph = (html: string) => /^(<p>)?[^<]*(<\/p>)?$/.test(html);

/** Whether it is planned with that record itself, not only with its people. */
export const isStepOf = (id: string, { planned, record }: TimelineEntry) => planned && record.related_to_id === id;

/** The day of the last call or meeting, and what is to be done next. A deal's next step is its own. */
export function contactOf(entries: readonly TimelineEntry[], deal?: string): { last?: TimelineEntry; next?: TimelineEntry } {
  const talks = entries.filter((entry) => !entry.planned && (entry.object.name === 'call' || entry.object.name === 'event'));
  const steps = entries.filter((entry) => (deal ? isStepOf(deal, entry) : entry.planned));
  return { last: talks.toSorted((one, other) => order(other).localeCompare(order(one)))[0], next: steps.toSorted((one, other) => order(one).localeCompare(order(other)))[0] };
}

const isPast = ({ planned, record }: TimelineEntry) => !planned && record.pinned !== true;

/** What can be told without a gap: nothing older than the last entry of a kind of which there are more. */
export function gapless(streams: readonly TimelineStream[]): TimelineEntry[] {
  const ends = streams.filter(({ more }) => more).map(({ entries }) => {
    const last = entries[entries.length - 1];
    return last && isPast(last) ? order(last) : endOfTime;
  });
  const since = ends.toSorted()[ends.length - 1] ?? '';
  return streams.flatMap(({ entries }) => entries.filter((entry) => !isPast(entry) || order(entry) >= since));
}

/** What is planned, earliest first; what was, by days, latest first; notes that are pinned stand before everything. */
export function timelineOf(entries: readonly TimelineEntry[]): { pinned: TimelineEntry[]; planned: TimelineEntry[]; days: TimelineDay[] } {
  const pinned = entries.filter((entry) => entry.record.pinned === true);
  const planned = entries.filter((entry) => entry.planned && entry.record.pinned !== true).toSorted((one, other) => order(one).localeCompare(order(other)));
  const past = entries.filter(isPast).toSorted((one, other) => order(other).localeCompare(order(one)));
  const days: TimelineDay[] = [];
  for (const entry of past) {
    const last = days[days.length - 1];
    if (last?.day === entry.day) last.entries.push(entry);
    else days.push({ day: entry.day, entries: [entry] });
  }
  return { pinned, planned, days };
}
