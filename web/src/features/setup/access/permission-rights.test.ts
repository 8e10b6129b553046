import { expect, it } from 'vitest';
import { rightsIn, switched } from './permission-rights';

const none = rightsIn(undefined);

it('lets whoever changes records read them, too', () => {
  expect(switched(none, 'update', true)).toMatchObject({ read: true, update: true, delete: false });
});

it('takes everything else away with reading', () => {
  expect(switched(switched(none, 'modify_all', true), 'read', false)).toEqual(none);
});
