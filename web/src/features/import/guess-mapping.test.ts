import { expect, it } from 'vitest';
import type { Field, ObjectInfo } from '@/api/types';
import { guessType, importTargets, mappingOf, proposed, unknownChoices } from './guess-mapping';

const field = (name: string, label: string, more: Partial<Field> = {}) => ({ name, label, type: 'text', shape: 'text', editable: true, read_only: false, system: false, ...more }) as Field;
const contact = {
  fields: [field('last_name', 'Last name'), field('email', 'E-mail', { type: 'email' }), field('account_id', 'Account', { type: 'lookup', relation: 'account' }), field('created_at', 'Created', { system: true })],
} as unknown as ObjectInfo;
const targets = importTargets(contact);

it('offers what may be filled, references by their relation', () => {
  expect(targets.map((target) => target.key)).toEqual(['last_name', 'email', 'account']);
});

it('takes what the server proposes, if it may be filled', () => {
  expect(proposed([{ field: 'last_name' }, { field: 'created_at' }, { field: '' }], targets)).toEqual(['last_name', '', '']);
});

it('tells values that are no choice', () => {
  const industry = field('industry', 'Industry', { type: 'picklist', options: [{ value: 'food', label: 'Food and drink' }] as Field['options'] });
  expect(unknownChoices(industry, ['FOOD', 'food and drink', 'Boats'])).toEqual(['Boats']);
  expect(unknownChoices({ ...industry, type: 'multi_picklist' }, ['food; Boats'])).toEqual(['Boats']);
});

it.each([
  [['38', '43'], 'integer'],
  [['1.5', '2,25'], 'decimal'],
  [['2026-11-22'], 'date'],
  [['yes', 'No'], 'checkbox'],
  [['a@example.com'], 'email'],
  [[], 'text'],
  [['38', 'large'], 'text'],
])('proposes a type for %s', (values, type) => {
  expect(guessType(values)).toBe(type);
});

it('gives a field to the first column that wants it', () => {
  expect(mappingOf(['Mail', 'Mail 2', 'Fax'], ['email', 'email', ''])).toEqual({ email: 'Mail' });
});
