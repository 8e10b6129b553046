import { expect, it } from 'vitest';
import type { Column } from '@/api/columns';
import type { Field, RecordData } from '@/api/types';
import { cellsOf, fieldsOfText, textOfCell } from './cell-text';

const reader = { today: '2026-11-22', locale: 'en-GB', timeZone: 'Europe/Berlin', nameOf: (id: string) => (id === '006' ? 'Big deal' : undefined) };
const read = (field: Partial<Field>, text: string) => fieldsOfText(field as Field, text, reader);

it('reads what is pasted as the field means it', () => {
  expect(read({ name: 'amount', type: 'currency' }, '1.5k')).toEqual({ amount: 1500 });
  expect(read({ name: 'type', type: 'picklist', options: [{ value: 'new', label: 'New business', active: true }] }, 'new business')).toEqual({ type: 'new' });
  expect(read({ name: 'account_id', type: 'lookup', relation: 'account' }, 'Acme')).toEqual({ account: 'Acme' });
  expect(read({ name: 'phone', type: 'phone' }, ' ')).toEqual({ phone: null });
  expect(['Ja', 'sim', 'false', 'いいえ'].map((text) => read({ name: 'active', type: 'checkbox' }, text).active)).toEqual([true, true, false, false]);
  // The server says that it is none.
  expect(read({ name: 'active', type: 'checkbox' }, 'perhaps')).toEqual({ active: 'perhaps' });
  expect(read({ name: 'due_at', type: 'datetime' }, 'tomorrow 3pm')).toEqual({ due_at: '2026-11-23T14:00:00Z' });
});

it('takes lines and tabs from a spreadsheet', () => {
  expect(cellsOf('a\tb\r\nc\td\r\n')).toEqual([['a', 'b'], ['c', 'd']]);
});

it('copies what people read', () => {
  const column = (field: Partial<Field>) => ({ path: field.name, field }) as unknown as Column;
  const textOf = (field: Partial<Field>, row: RecordData) => textOfCell(column(field), row, reader);
  expect(textOf({ name: 'type', type: 'picklist', options: [{ value: 'new', label: 'New', active: true }] }, { id: '', type: 'new' })).toBe('New');
  expect(textOf({ name: 'account_id', relation: 'account' }, { id: '', account_id: '001', account: { name: 'Acme' } })).toBe('Acme');
  expect(textOf({ name: 'related_to_id', relation: 'related_to' }, { id: '', related_to_id: '006' })).toBe('Big deal');
  expect(textOf({ name: 'description', type: 'long_text' }, { id: '', description: 'one\ttwo\nthree' })).toBe('one two three');
  expect(textOf({ name: 'account_id', relation: 'account' }, { id: '', account_id: '001', account: { name: 'Acme\t=1+1' } })).toBe('Acme =1+1');
});

it('reads again what it has copied', () => {
  const [due, duration] = [{ name: 'due_at', type: 'datetime' }, { name: 'duration', type: 'duration' }] as Field[];
  const row = { id: '', due_at: '2026-11-22T22:30:00Z', duration: 5400 };
  const copied = [due, duration].map((field) => field && textOfCell({ path: field.name, field } as Column, row, reader));
  expect(copied).toEqual(['2026-11-22 23:30', '1h 30m']);
  expect([due, duration].map((field, index) => field && read(field, copied[index] ?? ''))).toEqual([{ due_at: row.due_at }, { duration: row.duration }]);
});
