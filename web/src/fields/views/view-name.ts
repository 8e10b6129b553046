import type { ListView } from '@/api/types';

/** "Key accounts, DACH" as a name for the catalogue, another than those that are there: key_accounts_dach. */
export function viewName(label: string, taken: readonly ListView[]): string {
  const plain = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const name = /^[a-z]/.test(plain) ? plain.slice(0, 60) : `view_${plain || Date.now().toString(36)}`;
  const isTaken = (wanted: string) => taken.some((view) => view.name === wanted);
  let number = 1;
  while (isTaken(number === 1 ? name : `${name}_${number}`)) number += 1;
  return number === 1 ? name : `${name}_${number}`;
}
