import { expect, it } from 'vitest';
import type { Catalogue } from './catalogue';
import { knownPart, leads } from './known-parts';
import type { Filter, ObjectInfo } from './types';

const account = { name: 'account', fields: [{ name: 'industry' }], children: [{ name: 'contacts', object: 'contact', field: 'account_id' }] } as unknown as ObjectInfo;
const contact = {
  name: 'contact',
  fields: [{ name: 'name' }, { name: 'account_id', relation: 'account', targets: ['account'] }, { name: 'related_to_id', relation: 'related_to', targets: ['account', 'contact'] }],
  children: [],
} as unknown as ObjectInfo;
const catalogue = { find: (name?: string) => [account, contact].find((object) => object.name === name) } as Catalogue;
const is = (field: string): Filter => ({ field, op: '=', value: 1 });

it('follows a path through records', () => {
  expect(['name', 'account', 'account_id', 'account.industry', 'related_to.anything'].filter((path) => !leads(path, contact, catalogue))).toEqual([]);
  expect(['gone', 'account.gone', 'gone.industry'].filter((path) => leads(path, contact, catalogue))).toEqual([]);
});

it('leaves of a filter what is there, and tells what is not', () => {
  const missing: string[] = [];
  const known = (filter: Filter, object = contact) => knownPart(filter, object, catalogue, (path) => missing.push(path));
  expect(known({ and: [is('name'), { or: [is('gone'), is('account.industry')] }, { not: is('lost') }] })).toEqual({ and: [is('name'), { or: [is('account.industry')] }] });
  expect(known({ related: 'contacts', filter: { and: [is('name'), is('nowhere')] } }, account)).toEqual({ related: 'contacts', filter: is('name') });
  expect(known({ related: 'visits' }, account)).toBeNull();
  expect(missing).toEqual(['gone', 'lost', 'contacts.nowhere', 'visits']);
});

it('leaves a filter alone where all is there', () => {
  const filter: Filter = { and: [is('name'), { or: [is('account.industry')] }] };
  expect(knownPart(filter, contact, catalogue, () => expect.fail())).toEqual(filter);
});
