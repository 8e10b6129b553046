import { expect, it } from 'vitest';
import type { Field } from '@/api/types';
import { chosenField } from './chosen-fields';

const field = (name: string) => ({ name, type: 'text' }) as Field;
const called = (name: string, value: string, regions: string[] = []) => chosenField(field(name), value, 'de', regions).options?.find((option) => option.value === value)?.label;

it('calls codes by what they mean, in the language of the person', () => {
  expect([called('language', 'fr'), called('phone_region', 'AT', ['AT']), called('currency_code', 'USD'), called('fiscal_year_start_month', '4')]).toEqual(['Français', 'Österreich', 'USD · US-Dollar', 'April']);
});

it('keeps a code that it does not know', () => {
  expect(called('language', 'sv-SE')).toBe('sv-SE');
});

it('leaves other fields as they are', () => {
  expect(chosenField(field('name'), 'Acme', 'de', [])).toEqual(field('name'));
});
