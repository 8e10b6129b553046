import { expect, it } from 'vitest';
import type { Field, ObjectInfo, RecordData } from '@/api/types';
import { entryOf, gapless, timelineOf } from './timeline-model';

const object = (name: string, ...fields: string[]) => ({ name, fields: fields.map((field) => ({ name: field }) as Field) }) as ObjectInfo;
const [task, call, note] = [object('task', 'due_date'), object('call', 'started_at'), object('note', 'created_at')];
const now = new Date('2026-11-21T12:00:00Z');
const entry = (of: ObjectInfo, record: Omit<RecordData, 'id'>) => entryOf(of, { id: String(Math.random()), ...record }, now, 'Asia/Tokyo');

it('counts an open task as planned even when it is late', () => {
  expect(entry(task, { due_date: '2026-11-01', is_closed: false }).planned).toBe(true);
});

it('puts a finished task on the day on which it was finished', () => {
  expect(entry(task, { due_date: '2026-11-01', is_closed: true, completed_at: '2026-11-05T10:00:00Z' }).day).toBe('2026-11-05');
});

it('takes the day of the place where the person is', () => {
  expect(entry(call, { started_at: '2026-11-20T16:00:00Z' }).day).toBe('2026-11-21');
});

it('orders what is planned forwards and what was backwards, by days', () => {
  const { pinned, planned, days } = timelineOf([
    entry(task, { due_date: '2026-12-02', is_closed: false }),
    entry(task, { due_date: '2026-11-30', is_closed: false }),
    entry(call, { started_at: '2026-11-10T01:00:00Z' }),
    entry(call, { started_at: '2026-11-12T01:00:00Z' }),
    entry(note, { created_at: '2026-11-12T03:00:00Z' }),
    entry(note, { created_at: '2026-01-01T03:00:00Z', pinned: true }),
  ]);
  expect(planned.map((each) => each.day)).toEqual(['2026-11-30', '2026-12-02']);
  expect(days.map((day) => [day.day, day.entries.map((each) => each.object.name)])).toEqual([
    ['2026-11-12', ['note', 'call']],
    ['2026-11-10', ['call']],
  ]);
  expect(pinned).toHaveLength(1);
});

it('tells nothing that would leave a gap, and everything when all is here', () => {
  const calls = ['2026-11-20T01:00:00Z', '2026-11-10T01:00:00Z'].map((started_at) => entry(call, { started_at }));
  const notes = ['2026-11-12T03:00:00Z', '2026-11-01T03:00:00Z'].map((created_at) => entry(note, { created_at }));
  const pinned = entry(note, { created_at: '2026-01-01T03:00:00Z', pinned: true });
  const planned = entry(task, { due_date: '2026-01-01', is_closed: false });
  const shown = (more: boolean) => gapless([{ activity: call, entries: calls, more }, { activity: note, entries: [pinned, ...notes], more: false }, { activity: task, entries: [planned], more: false }]);
  // The calls go back to the tenth; what older calls there are, nobody knows yet.
  expect(shown(true)).toEqual([...calls, pinned, notes[0], planned]);
  expect(shown(false)).toEqual([...calls, pinned, ...notes, planned]);
});
