import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { holds, unshownFields } from './section-conditions';
import type { Field, Filter, ObjectInfo, RecordData } from './types';

interface Cases {
  fields: { name: string; type: string }[];
  records: RecordData[];
  conditions: { shown: string[]; condition: Filter }[];
}

const file = path.resolve(import.meta.dirname, '../../../tests/scenarios/metadata/section_conditions.json');
const cases = JSON.parse(readFileSync(file, 'utf8').replaceAll('{{me}}', 'u1').replaceAll('{{other}}', 'u2')) as Cases;
const boat = {
  fields: cases.fields.map((field) => (field.type === 'lookup' ? { ...field, name: `${field.name}_id`, relation: field.name } : field) as Field),
  layouts: {},
} as ObjectInfo;

it.each(cases.conditions)('comes to what the server answers for $condition', ({ shown, condition }) => {
  expect(cases.records.filter((record) => holds(condition, boat, record, 'u1')).map((record) => record.name)).toEqual(shown);
});

it('takes what is half typed for no number and no day', () => {
  const typed = { id: '', masts: '1.', built: '21 No' };
  expect(holds({ field: 'masts', op: '>', value: 0 }, boat, typed, 'u1')).toBe(false);
  expect(holds({ field: 'built', op: '>=', value: '2000-01-01' }, boat, typed, 'u1')).toBe(false);
  expect(holds({ field: 'masts', op: 'is_empty' }, boat, typed, 'u1')).toBe(false);
});

it('takes a box that nobody has seen for one that is not ticked', () => {
  expect(holds({ field: 'insured', op: '=', value: false }, boat, { id: '' }, 'u1')).toBe(true);
});

it('shows a field that stands in another section, too', () => {
  const sections = [
    { label: 'Sails', fields: ['masts', 'remark'], condition: { field: 'kind', op: '=', value: 'sail' } as const },
    { label: 'All', fields: ['remark'] },
  ];
  const object = { ...boat, layouts: { detail: { sections } } };
  expect([...unshownFields(object, { id: '', kind: 'motor' }, 'u1')]).toEqual(['masts']);
  expect([...unshownFields(object, { id: '', kind: 'sail' }, 'u1')]).toEqual([]);
});
