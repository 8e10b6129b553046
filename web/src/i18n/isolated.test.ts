import { expect, it } from 'vitest';
import { isolated } from './isolated';

it('sets names apart from the sentence around them', () => {
  expect(isolated('حُذف {name}', { name: 'Ada (Acme)' })).toEqual({ name: '\u2068Ada (Acme)\u2069' });
});

it('leaves alone what words are chosen by, and numbers', () => {
  expect(isolated('{kind, select, view {عرض} other {{kind}}} {count}', { kind: 'view', count: 3 })).toEqual({ kind: 'view', count: 3 });
});
