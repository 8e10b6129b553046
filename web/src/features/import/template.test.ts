import { expect, it } from 'vitest';
import { applied, templateOf } from './template';

const targets = [{ key: 'name' }, { key: 'owner' }];
const kept = { id: '1', mapping: JSON.stringify(templateOf(['Firm', 'Boss', 'Old'], { chosen: ['name', 'owner', 'gone'], match: 'name', mode: 'update', relations: { owner: { match: 'email' } } })) };

it('fits a file whose columns stand in another order, and leaves out what is not there', () => {
  expect(applied(kept, ['old', 'BOSS', 'firm ', 'More'], targets)).toEqual({ chosen: ['', 'owner', 'name', ''], match: 'name', mode: 'update', relations: { owner: { match: 'email' } } });
  expect(applied(kept, ['Boss'], targets)).toMatchObject({ chosen: ['owner'], match: '' });
});

it('says nothing when it cannot be read', () => {
  expect(applied({ id: '1', mapping: '{' }, ['Firm'], targets)).toBeUndefined();
});
