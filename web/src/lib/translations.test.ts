import { expect, it } from 'vitest';
import { withWord } from './translations';

it('keeps what was said in other languages and of other words', () => {
  const before = { de: { label: 'Boot', help: 'Was schwimmt' }, fr: { label: 'Bateau' } };
  expect(withWord(before, 'de', 'label', 'Schiff')).toEqual({ de: { label: 'Schiff', help: 'Was schwimmt' }, fr: { label: 'Bateau' } });
  expect(withWord(undefined, 'es', 'label', 'Barco')).toEqual({ es: { label: 'Barco' } });
});

it('leaves nothing behind of a word that was emptied', () => {
  expect(withWord({ de: { label: 'Boot', help: 'Was schwimmt' } }, 'de', 'label', ' ')).toEqual({ de: { help: 'Was schwimmt' } });
  expect(withWord({ de: { label: 'Boot' } }, 'de', 'label', '')).toEqual({});
});
