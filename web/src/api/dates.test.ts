import { expect, it } from 'vitest';
import { datesOf, within } from './dates';
import type { Field, ObjectInfo } from './types';

const field = (name: string, type: string, more: Partial<Field> = {}) => ({ name, type, ...more }) as Field;
const object = {
  fields: [field('created_at', 'datetime', { system: true }), field('closed_at', 'datetime', { read_only: true }), field('name', 'text'), field('start_date', 'date'), field('end_date', 'date'), field('review', 'formula', { result: 'date', formula: 'start_date + 7' })],
} as ObjectInfo;

it('offers what people set first, and what every record has last', () => {
  expect(datesOf(object).map((each) => each.field.name)).toEqual(['start_date', 'end_date', 'closed_at', 'review', 'created_at']);
});

it('knows what lasts by its names', () => {
  expect(datesOf(object).map((each) => each.until?.name)).toEqual(['end_date', undefined, undefined, undefined, undefined]);
});

it('asks for what is in a span, also when it began before', () => {
  const [lasting, other] = datesOf(object);
  expect(other && within(other, '2026-11-01', '2026-12-01')).toEqual({ and: [{ field: 'end_date', op: '<', value: '2026-12-01' }, { field: 'end_date', op: '>=', value: '2026-11-01' }] });
  expect(lasting && within(lasting, '2026-11-01', '2026-12-01')).toEqual({
    and: [{ field: 'start_date', op: '<', value: '2026-12-01' }, { or: [{ field: 'start_date', op: '>=', value: '2026-11-01' }, { field: 'end_date', op: '>=', value: '2026-11-01' }] }],
  });
});
