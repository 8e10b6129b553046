import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { loadLabels } from '@/i18n/labels';
import { inWords, speakOfOwn, speakOfProblems } from '@/lib/problem-words';
import { saidName } from './columns';
import { firstNames, ownWords, translated } from './translated';
import type { Metadata } from './types';

const metadata = {
  version: 1,
  objects: [
    {
      name: 'account', label: 'Account', plural_label: 'Accounts', custom: false, translations: { fr: { label: 'Client' } },
      fields: [
        { name: 'industry', label: 'Industry', custom: false, options: [{ value: 'retail', label: 'Retail', active: true }] },
        { name: 'own', label: 'Industry', custom: true },
        { name: 'depot', label: 'Depot', help: 'Where it lies.', custom: true, translations: { de: { label: 'Lager', help: 'Wo es liegt.' } } },
        { name: 'depot_city', label: 'Depot: City', custom: false, component_of: 'depot' },
        { name: 'kind', label: 'Kind', custom: true, options: [{ value: 'big', label: 'Big', active: true, translations: { de: { label: 'Groß' } } }] },
      ],
      validation_rules: [{ name: 'r', formula: 'x', message: 'Say where it lies.', field: '', active: true, translations: { de: { message: 'Sag, wo es liegt.' } } }],
    },
    { name: 'boat', label: 'Account', plural_label: 'constructor', custom: false, fields: [] },
    { name: 'ship', label: 'Account', plural_label: 'Accounts', custom: true, fields: [] },
  ],
} as unknown as Metadata;
const german = { locale: 'de', labels: { Account: 'Firma', Accounts: 'Firmen', Industry: 'Branche', Retail: 'Einzelhandel', City: 'Ort' } };

afterEach(() => {
  speakOfProblems({}, {});
  speakOfOwn(new Map());
});

it('says standard objects, fields and choices in the language of the person', () => {
  const [account] = translated(metadata, german).objects;
  expect([account?.label, account?.plural_label, account?.fields[0]?.label, account?.fields[0]?.options?.[0]?.label]).toEqual(['Firma', 'Firmen', 'Branche', 'Einzelhandel']);
});

it('says help and descriptions of standard things in the language, and those that were changed as they were written', () => {
  const field = { name: 'parent', label: 'Parent', help: 'The company above.', custom: false };
  const object = { name: 'account', label: 'Account', plural_label: 'Accounts', description: 'A company.', custom: false, fields: [field, { ...field, name: 'own', help: 'A company.', custom: true }, { ...field, name: 'changed', help: 'Ask Ada.' }] };
  const naming = { locale: 'de', labels: { 'A company.': 'Ein Unternehmen.', 'The company above.': 'Das Unternehmen darüber.' } };
  const [account] = translated({ version: 1, objects: [object] } as unknown as Metadata, naming).objects;
  expect([account?.description, ...(account?.fields ?? []).map((each) => each.help)]).toEqual(['Ein Unternehmen.', 'Das Unternehmen darüber.', 'A company.', 'Ask Ada.']);
});

it('leaves alone what the organization has made itself and said in one language', () => {
  const [account, boat, ship] = translated(metadata, german).objects;
  expect([account?.fields[1]?.label, boat?.plural_label, ship?.label]).toEqual(['Industry', 'constructor', 'Account']);
});

it('says what administrators translated, with the parts of it', () => {
  const [account] = translated(metadata, german).objects;
  const [, , depot, city, kind] = account?.fields ?? [];
  expect([depot?.label, depot?.help, city?.label, kind?.options?.[0]?.label]).toEqual(['Lager', 'Wo es liegt.', 'Lager: Ort', 'Groß']);
});

it('takes the translation of an administrator before the standard one', () => {
  const [account] = translated(metadata, { locale: 'fr', labels: { Account: 'Compte', Accounts: 'Comptes' } }).objects;
  expect([account?.label, account?.plural_label]).toEqual(['Client', 'Comptes']);
});

it('tells problems with what administrators translated', () => {
  speakOfProblems({ '{label} is required.': '{label} wird gebraucht.' }, german.labels);
  speakOfOwn(ownWords(metadata, 'de'));
  expect([inWords('Depot is required.'), inWords('Industry is required.'), inWords('Say where it lies.')]).toEqual(['Lager wird gebraucht.', 'Branche wird gebraucht.', 'Sag, wo es liegt.']);
});

it('says stages by what they are called in the language, first as administrators translated them', () => {
  const stage = { name: 'stage', label: 'Stage', plural_label: 'Stages', custom: false, fields: [], translations: { de: { 'records.Offer': 'Angebot', 'records.Won': 'Geholt' }, fr: { 'records.Offer': 'Offre' } } };
  const [said] = translated({ version: 1, objects: [stage] } as unknown as Metadata, { locale: 'de', labels: { Won: 'Gewonnen', Lost: 'Verloren', Offer: 'Offerte', Demo: 'Vorführung' } }).objects;
  expect(['Offer', 'Won', 'Lost', 'Demo', 'constructor'].map((name) => saidName(said, name))).toEqual(['Angebot', 'Geholt', 'Verloren', 'Demo', 'constructor']);
});

it('knows the names that a new workspace begins with, in every language', async () => {
  const made = readFileSync(path.resolve(import.meta.dirname, '../../../server/onboarding/first_data.cpp'), 'utf8');
  const stages = [...made.matchAll(/FirstStage\{"([^"]+)"/g)].map(([, name]) => name);
  const pipelines = [...made.matchAll(/make\("pipeline", Json::Members\{\{"name", "([^"]+)"/g)].map(([, name]) => name);
  expect(firstNames).toEqual({ pipeline: pipelines, stage: stages });
  const known = await loadLabels('ar');
  expect([...pipelines, ...stages].filter((name) => !known[name ?? ''])).toEqual([]);
});
