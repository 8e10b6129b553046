import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { inWords, speakOfProblems } from '@/lib/problem-words';
import { loadProblems } from './problems';

const placeholder = /\{\w+\}/g;

afterEach(() => speakOfProblems({}, {}));

it('has the same sentences in every language, with no value that is not there', async () => {
  const german = await loadProblems('de');
  expect(Object.keys(german).length).toBeGreaterThan(50);
  for (const locale of ['ar', 'es', 'fr', 'pt', 'zh', 'ja']) {
    const words = await loadProblems(locale);
    expect(Object.keys(words), locale).toEqual(Object.keys(german));
    for (const [english, text] of Object.entries(words)) expect(english.match(placeholder) ?? [], text).toEqual(expect.arrayContaining(text.match(placeholder) ?? []));
  }
});

/** Everything that is said in quotes in the sources of the server, and of this app. */
function whatIsSaid(): string {
  const root = path.resolve(import.meta.dirname, '../../..');
  const files = ['server', 'web/src/api'].flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(root, folder, file)));
  const sources = files.filter((file) => /\.(cpp|h|ts)$/.test(file) && !/test\.(cpp|ts)$/.test(file)).map((file) => readFileSync(file, 'utf8'));
  return sources.join('\n').replaceAll('\\"', '"').replace(/"\s*\n\s*"/g, '');
}

it('translates only what is still said', async () => {
  const said = whatIsSaid();
  const unsaid = Object.keys(await loadProblems('de')).flatMap((sentence) => sentence.split(placeholder)).filter((part) => !said.includes(part));
  expect(unsaid).toEqual([]);
});

it('tells a problem in the language, with its values and labels', async () => {
  speakOfProblems(await loadProblems('de'), { 'Close date': 'Abschlussdatum' });
  expect(inWords('Close date is required.')).toBe('Abschlussdatum wird gebraucht.');
  expect(inWords('Name holds at most 255 characters; this has 300.')).toBe('Name fasst höchstens 255 Zeichen; das sind 300.');
  expect(inWords('Discounts above 20 % need approval.')).toBe('Discounts above 20 % need approval.');
});
