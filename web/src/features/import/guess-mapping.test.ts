import { expect, it } from 'vitest';
import type { Field, ObjectInfo } from '@/api/types';
import { guessTarget, importTargets, mappingOf } from './guess-mapping';

const field = (name: string, label: string, more: Partial<Field> = {}) => ({ name, label, type: 'text', shape: 'text', editable: true, read_only: false, system: false, ...more }) as Field;
const contact = {
  fields: [field('last_name', 'Last name'), field('email', 'E-mail', { type: 'email' }), field('account_id', 'Account', { type: 'lookup', relation: 'account' }), field('created_at', 'Created', { system: true })],
} as unknown as ObjectInfo;
const targets = importTargets(contact);

it('offers what may be filled, references by their relation', () => {
  expect(targets.map((target) => target.key)).toEqual(['last_name', 'email', 'account']);
});

it.each([
  ['last_name', 'last_name'],
  ['Last Name', 'last_name'],
  ['Surname', 'last_name'],
  ['E-Mail', 'email'],
  ['Company', 'account'],
  ['Shoe size', ''],
])('%s', (column, key) => {
  expect(guessTarget(column, targets)).toBe(key);
});

it('gives a field to the first column that wants it', () => {
  expect(mappingOf(['Mail', 'Mail 2', 'Fax'], ['email', 'email', ''])).toEqual({ email: 'Mail' });
});
