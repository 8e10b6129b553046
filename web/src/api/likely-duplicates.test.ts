import { expect, it } from 'vitest';
import type { ObjectInfo } from './types';
import { companyDomain, signsOf } from './likely-duplicates';

const object = (...names: string[]) => ({ name_field: 'name', fields: names.map((name) => ({ name })) }) as unknown as ObjectInfo;

it('looks for whole names, and for what tells people apart', () => {
  const contact = object('first_name', 'last_name', 'email', 'phone');
  expect(signsOf(contact, { id: '', first_name: 'Ada', last_name: 'Lovelace', email: 'ada@home.example' })).toEqual(['ada@home.example', 'Ada Lovelace']);
  expect(signsOf(contact, { id: '', last_name: 'Lovelace' })).toEqual([]);
});

it('looks for a company by its address on the web', () => {
  expect(signsOf(object('name', 'website', 'domain'), { id: '', website: 'https://www.acme.example/about' })).toEqual(['acme.example']);
});

it('knows no company behind mail that anybody can have', () => {
  expect([companyDomain('ada@Acme.example'), companyDomain('ada@gmail.com'), companyDomain('ada@')]).toEqual(['acme.example', undefined, undefined]);
});
