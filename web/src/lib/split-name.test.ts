import { expect, it } from 'vitest';
import { splitName } from './split-name';

const parts = (name: string) => Object.values(splitName(name)).join('|');

it('splits names of one, two and many parts as the server does', () => {
  expect(parts('Plato')).toBe('|Plato');
  expect(parts('Ada Lovelace')).toBe('Ada|Lovelace');
  expect(parts('Mary Ann Evans')).toBe('Mary Ann|Evans');
  expect(parts('Ludwig van Beethoven')).toBe('Ludwig|van Beethoven');
  expect(parts('Otto von der Heide')).toBe('Otto|von der Heide');
  expect(parts('Van Morrison')).toBe('Van|Morrison');
  expect(parts('Lovelace, Ada')).toBe('Ada|Lovelace');
});

it('knows who puts the family name first', () => {
  expect(parts('山田 太郎')).toBe('太郎|山田');
  expect(parts('王小明')).toBe('|王小明');
});
