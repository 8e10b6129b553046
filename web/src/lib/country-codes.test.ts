import { expect, it } from 'vitest';
import { codeOfCountry, codeOfNumber } from './country-codes';

it('knows a country by its name in many languages', () => {
  expect(['Germany', 'Deutschland', 'ALLEMAGNE', 'Alemania', 'ドイツ', 'ألمانيا'].map(codeOfCountry)).toEqual(Array(6).fill('DE'));
});

it('knows codes, and what people write', () => {
  expect(['FR', 'fra', 'U.S.A.', 'The Netherlands', 'Holland', 'UK', 'Cote d’Ivoire'].map(codeOfCountry)).toEqual(['FR', 'FR', 'US', 'NL', 'NL', 'GB', 'CI']);
});

it('takes nothing else for a country', () => {
  expect(['', 'Atlantis', 'Bavaria'].map(codeOfCountry)).toEqual([undefined, undefined, undefined]);
});

it('knows the numbers that maps have', () => {
  expect(['250', '36', '4', '-99'].map(codeOfNumber)).toEqual(['FR', 'AU', 'AF', undefined]);
});
