import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { loadLabels } from './labels';

interface Declared {
  name?: string;
  value?: string;
  label?: string;
  plural_label?: string;
  description?: string;
  help?: string;
  fields?: Declared[];
  list_views?: Declared[];
  options?: Declared[] | string;
  layouts?: Record<string, { sections?: Declared[] }>;
}

const modules = path.resolve(import.meta.dirname, '../../../server/modules');

function readDeclarations(): Declared[] {
  const files = readdirSync(modules, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json') && file.split(path.sep).length === 3);
  return files.map((file) => JSON.parse(readFileSync(path.join(modules, file), 'utf8')) as Declared).filter((each) => each.name && each.fields);
}

/** What is called by its name alone is labelled as the server labels it: "next_step" becomes "Next step". */
const labelOf = ({ label, name, value }: Declared) => label ?? (name ?? value ?? '').replaceAll('_', ' ').replace(/^./, (first) => first.toUpperCase());

function labelsOf(object: Declared): string[] {
  const options = (object.fields ?? []).flatMap(({ options: offered }) => (Array.isArray(offered) ? offered : []));
  const sections = Object.values(object.layouts ?? {}).flatMap((layout) => layout.sections ?? []);
  return [object, ...(object.fields ?? []), ...(object.list_views ?? []), ...options, ...sections].map(labelOf).concat(object.plural_label ?? []);
}

/** What is told of objects and fields under their names. */
const sentencesOf = ({ description, fields = [] }: Declared) => [description, ...fields.map((field) => field.help)].filter((said) => said !== undefined);

it('has words for every label, help text and description of the standard objects', async () => {
  const known = await loadLabels('ar');
  const missing = new Set(readDeclarations().flatMap((object) => [...labelsOf(object), ...sentencesOf(object)]).filter((label) => !known[label]));
  expect([...missing]).toEqual([]);
});

it('has words for every kind of work in the background', async () => {
  const known = await loadLabels('ar');
  const server = path.resolve(modules, '..');
  const code = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.cpp') && !file.endsWith('_test.cpp')).map((file) => readFileSync(path.join(server, file), 'utf8'));
  const labels = code.flatMap((text) => [...text.matchAll(/jobs::Kind \w+\{\w+, "([^"]+)"|add_kind\(\{[^}]*\.label = "([^"]+)"|^ +add(?:_kind)?\("[\w.]+", "([^"]+)"/gm)].map((found) => found[1] ?? found[2] ?? found[3] ?? ''));
  expect(labels.length).toBeGreaterThan(12);
  expect(labels.filter((label) => !known[label])).toEqual([]);
});
