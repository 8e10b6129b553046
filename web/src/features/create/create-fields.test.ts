import { expect, it } from 'vitest';
import type { Field, Me, ObjectInfo } from '@/api/types';
import { createFields, initialValues } from './create-fields';

const field = (name: string, more: Partial<Field> = {}) => ({ name, type: 'text', editable: true, read_only: false, required: false, system: false, custom: false, ...more }) as Field;
const object = {
  name_field: 'name',
  fields: [field('name', { required: true }), field('amount', { type: 'currency' }), field('account_id', { type: 'lookup' }), field('close_date', { type: 'date', required: true }), field('total', { type: 'roll_up' })],
  layouts: { create: { fields: ['name', 'account_id', 'total'] } },
} as unknown as ObjectInfo;
const names = (fields: Field[]) => fields.map((each) => each.name);

it('asks for the layout and for everything that is required', () => {
  expect(names(createFields(object, {}))).toEqual(['name', 'account_id', 'close_date']);
});

it('does not ask for the record that it hangs on', () => {
  expect(names(createFields(object, { account_id: '001' }))).toEqual(['name', 'close_date']);
});

it('begins with the person and the day where the catalogue says so', () => {
  const me = { user: { id: 'u1', name: 'Lena' } } as Me;
  const fields = [field('due', { default_value: '$today' }), field('owner_id', { relation: 'owner' }), field('status', { default_value: 'new' }), field('at', { default_value: '$now' })];
  expect(initialValues(fields, me, '2026-11-21')).toEqual({ due: '2026-11-21', owner_id: 'u1', owner: { name: 'Lena' }, status: 'new' });
});
