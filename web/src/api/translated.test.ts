import { expect, it } from 'vitest';
import type { Metadata } from './types';
import { translated } from './translated';

const metadata = {
  version: 1,
  objects: [
    { name: 'account', label: 'Account', plural_label: 'Accounts', custom: false, fields: [{ name: 'industry', label: 'Industry', custom: false, options: [{ value: 'retail', label: 'Retail', active: true }] }, { name: 'own', label: 'Industry', custom: true }] },
    { name: 'boat', label: 'Account', plural_label: 'Accounts', custom: true, fields: [] },
  ],
} as unknown as Metadata;
const labels = { Account: 'Firma', Accounts: 'Firmen', Industry: 'Branche', Retail: 'Einzelhandel' };

it('says standard objects, fields and choices in the language of the person', () => {
  const [account] = translated(metadata, labels).objects;
  expect([account?.label, account?.plural_label, account?.fields[0]?.label, account?.fields[0]?.options?.[0]?.label]).toEqual(['Firma', 'Firmen', 'Branche', 'Einzelhandel']);
});

it('leaves alone what the organization has made itself', () => {
  const [account, boat] = translated(metadata, labels).objects;
  expect([account?.fields[1]?.label, boat?.label]).toEqual(['Industry', 'Account']);
});
