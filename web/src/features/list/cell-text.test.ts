import { expect, it } from 'vitest';
import type { Column } from '@/api/columns';
import type { Field } from '@/api/types';
import { cellsOf, fieldsOfText, textOfCell } from './cell-text';

const today = '2026-11-22';
const read = (field: Partial<Field>, text: string) => fieldsOfText(field as Field, text, today, 'en-GB');

it('reads what is pasted as the field means it', () => {
  expect(read({ name: 'amount', type: 'currency' }, '1.5k')).toEqual({ amount: 1500 });
  expect(read({ name: 'type', type: 'picklist', options: [{ value: 'new', label: 'New business', active: true }] }, 'new business')).toEqual({ type: 'new' });
  expect(read({ name: 'account_id', type: 'lookup', relation: 'account' }, 'Acme')).toEqual({ account: 'Acme' });
  expect(read({ name: 'phone', type: 'phone' }, ' ')).toEqual({ phone: null });
});

it('takes lines and tabs from a spreadsheet', () => {
  expect(cellsOf('a\tb\r\nc\td\r\n')).toEqual([['a', 'b'], ['c', 'd']]);
});

it('copies what people read', () => {
  const column = (field: Partial<Field>) => ({ path: field.name, field }) as unknown as Column;
  expect(textOfCell(column({ name: 'type', type: 'picklist', options: [{ value: 'new', label: 'New', active: true }] }), { id: '', type: 'new' })).toBe('New');
  expect(textOfCell(column({ name: 'account_id', relation: 'account' }), { id: '', account_id: '001', account: { name: 'Acme' } })).toBe('Acme');
});
