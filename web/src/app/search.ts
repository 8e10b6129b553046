import type { Filter, Json } from '@/api/types';
import type { BoardSearch } from '@/features/board/board-request';
import type { ListSearch } from '@/features/list/list-view';
import { isDay } from '@/lib/day';

/** What the address says besides the path. Every state worth sharing is here, so each is checked when it is read. */

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const plainObject = (value: unknown) => (value && typeof value === 'object' && !Array.isArray(value) ? value : undefined);

export interface LoginSearch {
  from?: string;
  expired?: boolean;
}

export function loginSearch(search: Record<string, unknown>): LoginSearch {
  // Only places of this app: never send somebody elsewhere after login.
  const from = text(search.from);
  return { from: from?.startsWith('/') && !from.startsWith('//') ? from : undefined, expired: search.expired === true || undefined };
}

export interface FrameSearch {
  /** Object of which a new record is being made. */
  create?: string;
  /** Values that the new record begins with. */
  preset?: Record<string, Json>;
  /** Topic of the help that is open beside the page; empty for the one that fits the page. */
  help?: string;
  /** Id of the record that is shown beside the page. */
  peek?: string;
}

export function frameSearch(search: Record<string, unknown>): FrameSearch {
  return { create: text(search.create), peek: text(search.peek), preset: plainObject(search.preset) as FrameSearch['preset'], help: typeof search.help === 'string' ? search.help : undefined };
}

export function listSearch(search: Record<string, unknown>): ListSearch {
  return {
    view: text(search.view),
    filter: search.filter === 'none' ? 'none' : (plainObject(search.filter) as Filter | undefined),
    sort: typeof search.sort === 'string' ? search.sort : undefined,
    group: text(search.group),
    as: (['table', 'gallery', 'map', 'calendar'] as const).find((way) => way === search.as),
    place: text(search.place),
    when: text(search.when),
    span: (['week', 'month'] as const).find((span) => span === search.span),
    day: isDay(search.day) ? search.day : undefined,
    columns: Array.isArray(search.columns) ? search.columns.filter((path) => typeof path === 'string') : undefined,
  };
}

export function boardSearch(search: Record<string, unknown>): BoardSearch {
  const { view, filter, sort, columns } = listSearch(search);
  return { view, filter, sort, columns, pipeline: text(search.pipeline), column: text(search.column) };
}

export interface CalendarSearch {
  view?: 'day' | 'week' | 'month' | 'agenda';
  /** A day that is in sight, "2026-11-21"; today when absent. */
  date?: string;
  /** Ids of those whose calendars are shown; one's own when absent. */
  people?: string[];
}

export function calendarSearch(search: Record<string, unknown>): CalendarSearch {
  return {
    view: (['day', 'week', 'month', 'agenda'] as const).find((view) => view === search.view),
    date: isDay(search.date) ? search.date : undefined,
    people: Array.isArray(search.people) ? search.people.filter((id) => typeof id === 'string').slice(0, 20) : undefined,
  };
}

export interface QueueSearch {
  /** Id of the task that one is at; the first one when absent. */
  task?: string;
}

export const queueSearch = (search: Record<string, unknown>): QueueSearch => ({ task: text(search.task) });

export interface DuplicatesSearch {
  /** Pairs of which somebody said that they are different, instead of those that may be the same. */
  different?: boolean;
}

export const duplicatesSearch = (search: Record<string, unknown>): DuplicatesSearch => ({ different: search.different === true || undefined });

export interface RecordSearch {
  tab?: string;
}

export function recordSearch(search: Record<string, unknown>): RecordSearch {
  return { tab: text(search.tab) };
}
