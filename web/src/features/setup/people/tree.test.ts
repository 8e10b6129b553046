import { expect, it } from 'vitest';
import { treeOf } from './tree';

it('puts records under their parents, and those without one at the top', () => {
  const tree = treeOf([
    { id: 'west', parent_id: 'sales' },
    { id: 'sales', parent_id: null },
    { id: 'north', parent_id: 'gone' },
  ]);
  expect(tree.map((branch) => branch.record.id)).toEqual(['sales', 'north']);
  expect(tree[0]?.below.map((branch) => branch.record.id)).toEqual(['west']);
});
