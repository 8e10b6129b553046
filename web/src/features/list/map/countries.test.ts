import { expect, it } from 'vitest';
import { countriesOf } from './countries';

it('counts what is written differently as one country, the most first, those without one last', () => {
  const rows = [
    { id: '', country: null, n: 9 },
    { id: '', country: 'Germany', n: 2 },
    { id: '', country: 'France', n: 4 },
    { id: '', country: 'DE', n: 3 },
    { id: '', country: 'Atlantis', n: 1 },
  ];
  expect(countriesOf(rows, 'country')).toEqual([
    { code: 'DE', written: ['Germany', 'DE'], count: 5 },
    { code: 'FR', written: ['France'], count: 4 },
    { code: undefined, written: ['Atlantis'], count: 1 },
    { code: undefined, written: [], count: 9 },
  ]);
});
