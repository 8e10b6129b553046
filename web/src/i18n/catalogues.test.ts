import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import arabic from './messages/ar.json';
import german from './messages/de.json';
import english from './messages/en.json';
import spanish from './messages/es.json';
import french from './messages/fr.json';
import japanese from './messages/ja.json';
import portuguese from './messages/pt.json';
import chinese from './messages/zh.json';
import { loadLabels } from './labels';
import { offeredLocales } from './locales';
import { pseudo } from './pseudo';
import { withinSentence } from './within-sentence';

/** The names of a message's placeholders, in order. A brace inside of one opens a branch, whose text is none. */
function placeholders(message: string): string[] {
  const names = new Set<string>();
  let depth = 0;
  message.replace(/'\{'|'\}'/g, '').replace(/\{(\w*)|\}/g, (sign, name: string) => {
    if (sign !== '}' && depth % 2 === 0) names.add(name);
    depth += sign === '}' ? -1 : 1;
    return sign;
  });
  return [...names].toSorted();
}

describe.each([
  ['de', german],
  ['ar', arabic],
  ['es', spanish],
  ['fr', french],
  ['pt', portuguese],
  ['zh', chinese],
  ['ja', japanese],
] as const)('%s', (locale, catalogue: Record<string, string>) => {
  it('has every message, and no other', () => {
    expect(Object.keys(catalogue).toSorted()).toEqual(Object.keys(english).toSorted());
  });

  it('fills in the same values', () => {
    const different = Object.entries(english).filter(([id, text]) => placeholders(text).join() !== placeholders(catalogue[id] ?? '').join());
    expect(different.map(([id]) => id)).toEqual([]);
  });

  it('can be formatted', () => {
    const problems: string[] = [];
    const intl = createIntl({ locale, messages: catalogue, onError: (error) => problems.push(error.message) });
    for (const [id, text] of Object.entries(english)) {
      const values = { ...withinSentence, ...Object.fromEntries(placeholders(text).map((name) => [name, 3])) };
      intl.formatMessage({ id }, values);
    }
    expect(problems).toEqual([]);
  });
});

it('counts in every form that Arabic has', () => {
  const forms = ['one', 'two', 'few', 'many', 'other'];
  const lacking = Object.entries(arabic).filter(([, text]) => /, plural,(?! (=0|other) )/.test(text) && forms.some((form) => !text.includes(` ${form} {`)));
  expect(lacking.map(([id]) => id)).toEqual([]);
});

it('has the labels of standard objects in every language', async () => {
  const german = Object.keys(await loadLabels('de'));
  expect(german).toContain('Opportunity');
  for (const locale of ['ar', 'es', 'fr', 'pt', 'zh', 'ja'] as const) expect(Object.keys(await loadLabels(locale)), locale).toEqual(german);
});

it('makes the pseudo language longer and leaves its placeholders alone', () => {
  expect(pseudo('Delete {name}')).toBe('[Délété {name}~~~~~~]');
  expect(pseudo('No <low>{objects}</low> yet')).toContain('<low>{objects}</low>');
});

it('writes labels small within a sentence, but no abbreviations', () => {
  const { formatMessage } = createIntl({ locale: 'en', messages: english });
  expect(['Opportunities', 'SLA targets', 'Élèves'].map((objects) => formatMessage({ id: 'list.none' }, { ...withinSentence, objects }))).toEqual(['No opportunities yet', 'No SLA targets yet', 'No élèves yet']);
});

it('speaks the languages into which the server lets labels be translated', () => {
  const metadata = path.resolve(import.meta.dirname, '../../../server/metadata');
  const allowed = /languages\{([^}]*)\}/.exec(readFileSync(path.join(metadata, 'languages.h'), 'utf8'))?.[1]?.match(/\w+/g);
  const { $defs } = JSON.parse(readFileSync(path.join(metadata, 'declaration.schema.json'), 'utf8')) as { $defs: { translations: { propertyNames: { enum: string[] } } } };
  expect(allowed).toEqual(offeredLocales.toSorted());
  expect($defs.translations.propertyNames.enum).toEqual(allowed);
});
