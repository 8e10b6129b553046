import { expect, it } from 'vitest';
import { english } from '@/i18n/catalogues';
import { askedParts, linesOf } from './address-form';
import { anyForm, forms, formsInSigns, names } from './countries';
import { parts } from './parts';

const asked = (country: string, locale = 'en') => askedParts({ country }, locale).map(({ part }) => part);
const label = (country: string, part: string, locale = 'en') => askedParts({ country }, locale).find((each) => each.part === part)?.label;

it('writes an address as its country does', () => {
  expect(linesOf({ street: 'Invalidenstr. 116', postal_code: '10115', city: 'Berlin', country: 'Germany' }, 'en-US')).toEqual(['Invalidenstr. 116', '10115 Berlin', 'Germany']);
  expect(linesOf({ street: '1 Main St', city: 'Springfield', state: 'IL', postal_code: '62701', country: 'USA' }, 'de-DE')).toEqual(['1 Main St', 'Springfield, IL 62701', 'USA']);
  expect(linesOf({ street: '10 Downing St', city: 'London', postal_code: 'SW1A 2AA', country: 'United Kingdom' }, 'en')).toEqual(['10 Downing St', 'London', 'SW1A 2AA', 'United Kingdom']);
  expect(linesOf({ street: 'Av. Paulista 1578', city: 'São Paulo', state: 'SP', postal_code: '01310-200', country: 'Brasil' }, 'pt')).toEqual(['Av. Paulista 1578', 'São Paulo - SP', '01310-200', 'Brasil']);
});

it('writes Japan from the largest to the smallest in its own signs, and the other way round in Latin letters', () => {
  expect(linesOf({ street: '千代田1-1', city: '千代田区', state: '東京都', postal_code: '100-8111', country: '日本' }, 'en')).toEqual(['日本', '〒100-8111', '東京都千代田区千代田1-1']);
  expect(linesOf({ street: '1-1 Chiyoda', city: 'Chiyoda-ku', state: 'Tokyo', postal_code: '100-8111', country: 'Japan' }, 'ja')).toEqual(['1-1 Chiyoda', 'Chiyoda-ku, Tokyo', '100-8111', 'Japan']);
});

it('writes nothing between parts of which one is missing', () => {
  const us = { city: 'Springfield', country: 'US' };
  expect(linesOf({ ...us, postal_code: '62701' }, 'en')).toEqual(['Springfield 62701', 'US']);
  expect(linesOf({ ...us, state: 'IL' }, 'en')).toEqual(['Springfield, IL', 'US']);
  expect(linesOf({ state: 'IL', postal_code: '62701', country: 'US' }, 'en')).toEqual(['IL 62701', 'US']);
});

it('leaves out nothing that is there', () => {
  const whole = { street: 'S', city: 'C', state: 'A', postal_code: 'P' };
  for (const country of ['DE', 'GB', 'HK', 'SG', 'JP', 'Atlantis']) for (const text of Object.values(whole)) expect(linesOf({ ...whole, country }, 'en').join(' '), country).toContain(text);
});

it('takes an address without a country for one of the reader', () => {
  const address = { street: '1 Main St', city: 'Springfield', postal_code: '62701' };
  expect(linesOf(address, 'en-US')[1]).toBe('Springfield 62701');
  expect(linesOf(address, 'fr-FR')[1]).toBe('62701 Springfield');
});

it('asks what a country needs, in its order', () => {
  expect(asked('Germany')).toEqual(['street', 'postal_code', 'city']);
  expect(asked('États-Unis')).toEqual(['street', 'city', 'state', 'postal_code']);
  expect(asked('UAE')).toEqual(['street', 'city', 'state']);
  expect(asked('日本')).toEqual(['postal_code', 'state', 'city', 'street']);
  expect(asked('', 'ja-JP')).toEqual(['postal_code', 'state', 'city', 'street']);
});

it('keeps what is there open to changes where nobody asks for it', () => {
  expect(askedParts({ country: 'Germany', state: 'Bayern' }, 'en')).toContainEqual({ part: 'state', label: 'address.state.land', columns: 6 });
});

it('calls the parts as the country does', () => {
  expect([label('US', 'postal_code'), label('UK', 'postal_code'), label('India', 'postal_code'), label('France', 'postal_code')]).toEqual(['address.postal_code.zip', 'address.postal_code.postcode', 'address.postal_code.pin', 'address.postal_code']);
  expect([label('Canada', 'state'), label('Japan', 'state'), label('Atlantis', 'state')]).toEqual(['address.state.province', 'address.state.prefecture', 'address.state']);
});

it('has each country once, each part once in a form, and a word for each name', () => {
  for (const table of [forms, formsInSigns, ...Object.values(names)]) {
    const codes = Object.values(table).flatMap((countries) => countries.split(' '));
    expect(codes.filter((code, index) => codes.indexOf(code) !== index || !/^[A-Z]{2}$/.test(code))).toEqual([]);
  }
  for (const form of [anyForm, ...Object.keys(forms), ...Object.keys(formsInSigns)]) expect([...form.matchAll(/\w+/g)].map(String).toSorted(), form).toEqual(parts.filter((part) => part !== 'country').toSorted());
  for (const name of Object.values(names).flatMap(Object.keys)) expect(Object.keys(english)).toContain(name);
});
