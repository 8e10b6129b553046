import { expect, it } from 'vitest';
import type { ObjectInfo } from './types';
import { companyDomain, companyName, comparedValues, findsDuplicates } from './likely-duplicates';

const contact = {
  name_field: 'name',
  fields: [{ name: 'name' }, { name: 'first_name' }, { name: 'email' }, { name: 'title' }, { name: 'account_id', relation: 'account' }, { name: 'mailing_city', component_of: 'mailing_address' }],
  duplicate_rules: { compare: [{ fields: ['first_name'] }, { fields: ['email'] }, { fields: ['account'] }, { fields: ['mailing_address'] }] },
} as unknown as ObjectInfo;

it('asks about the values that the rules compare, references by their ids and addresses by their parts', () => {
  const typed = { id: '003', first_name: 'Ada', email: '', title: 'Countess', account_id: '001', account: { name: 'Acme' }, mailing_city: 'London' };
  expect(comparedValues(contact, typed)).toEqual({ first_name: 'Ada', account_id: '001', mailing_city: 'London' });
  expect(comparedValues(contact, { id: '', name: 'Ada Lovelace', email: null })).toEqual({ name: 'Ada Lovelace' });
});

it('asks nothing about objects whose duplicates are not looked for', () => {
  expect([findsDuplicates(contact), findsDuplicates({ ...contact, duplicate_rules: { compare: [] } })]).toEqual([true, false]);
  expect(comparedValues({ ...contact, duplicate_rules: undefined }, { id: '', name: 'Ada', email: 'ada@home.example' })).toEqual({});
});

it('knows no company behind mail that anybody can have', () => {
  expect([companyDomain('ada@Acme.example'), companyDomain('ada@gmail.com'), companyDomain('ada@')]).toEqual(['acme.example', undefined, undefined]);
});

it('names a company after its domain', () => {
  expect(['acme-steel.co.uk', 'mail.hallstrom.se', 'sap.com', 'müller.de'].map(companyName)).toEqual(['Acme Steel', 'Hallstrom', 'Sap', 'Müller']);
});
