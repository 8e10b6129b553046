import { expect, it } from 'vitest';
import type { Field, ObjectInfo, RecordData } from '@/api/types';
import { movesOf } from './stage-moves';
import { contactOf, entryOf, gapless, isOneParagraph, timelineOf, toldByTitle } from './timeline-model';

const object = (name: string, ...fields: string[]) => ({ name, fields: fields.map((field) => ({ name: field }) as Field) }) as ObjectInfo;
const [task, call, note] = [object('task', 'due_date'), object('call', 'started_at'), object('note', 'created_at')];
const now = new Date('2026-11-21T12:00:00Z');
const entry = (of: ObjectInfo, record: Omit<RecordData, 'id'>) => entryOf(of, { id: String(Math.random()), ...record }, now, 'Asia/Tokyo');

it('counts an open task as planned even when it is late', () => {
  expect(entry(task, { due_date: '2026-11-01', is_closed: false }).planned).toBe(true);
});

it('counts a note as written, also by the clock of a server that is ahead', () => {
  expect(entry(note, { created_at: '2026-11-21T12:00:30Z' }).planned).toBe(false);
  expect(entry(object('event', 'starts_at'), { starts_at: '2026-11-21T12:00:30Z' }).planned).toBe(true);
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

it('takes what is planned with a deal itself as its next step, not what is with its people', () => {
  const [own, theirs] = [entry(task, { due_date: '2026-12-02', is_closed: false, related_to_id: 'deal' }), entry(task, { due_date: '2026-12-01', is_closed: false, related_to_id: 'contact' })];
  expect(contactOf([own, theirs], 'deal').next).toBe(own);
  expect(contactOf([own, theirs]).next).toBe(theirs);
});

it('tells the moves from stage to stage, not in which one a deal began', () => {
  const change = (id: number, from: string | null, to: string) => ({ id, changed_at: `2026-11-1${id}T10:00:00Z`, changed_by: { id: 'u', name: 'Ada' }, source: 'screen', operation: 'update', change_set: null, changes: { stage_id: { from, to } } });
  const moves = movesOf([change(2, 'a', 'b'), change(1, null, 'a')], object('stage'), (id) => id.toUpperCase(), 'UTC');
  expect(moves.map(({ day, planned, record }) => [day, planned, record.from, record.to])).toEqual([['2026-11-12', false, 'A', 'B']]);
});

it('knows the title that is made from the first words of a text', () => {
  expect(toldByTitle('Pays late', 'Pays late')).toBe('all');
  // The server reads each tag as a gap.
  expect(toldByTitle('Pays l ate', 'Pays late')).toBe('all');
  expect(toldByTitle('They want the crane in May and…', 'They want the crane in May and the rails in June.')).toBe('beginning');
  expect(toldByTitle('They want the crane…', 'They do not want the crane.')).toBe('nothing');
  expect(toldByTitle('Crane', 'Crane in May')).toBe('nothing');
});

it('knows markup that says no more than its words', () => {
  expect(['Pays late', '<p>Pays late</p>'].every(isOneParagraph)).toBe(true);
  expect(['<p>Ask <span data-mention="005000000000000001">@Ben</span></p>', '<p>One</p><p>Two</p>', '<p><b>Late</b></p>'].some(isOneParagraph)).toBe(false);
});
