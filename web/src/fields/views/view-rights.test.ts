import { expect, it } from 'vitest';
import type { ListView, Me } from '@/api/types';
import { viewRights } from './view-rights';

const me = (administrator: boolean) => ({ user: { id: 'ann' }, administrator }) as unknown as Me;
const view = (more: Partial<ListView>): ListView => ({ name: '17', label: 'Mine', kind: 'table', columns: ['name'], filter: null, ...more });

it('leaves public views to administrators', () => {
  expect(viewRights(view({}), me(false))).toMatchObject({ change: false, own: false, remove: false });
  expect(viewRights(view({}), me(true))).toMatchObject({ change: true, own: true, remove: true });
});

it('lets members change the view of a team, and its owner everything', () => {
  expect(viewRights(view({ owner_id: 'ben', team_id: 'team' }), me(true))).toMatchObject({ change: true, own: false, remove: false });
  expect(viewRights(view({ owner_id: 'ann' }), me(false))).toMatchObject({ change: true, own: true, remove: true });
});

it('keeps what is locked until it is unlocked', () => {
  expect(viewRights(view({ owner_id: 'ann', locked: true }), me(false))).toMatchObject({ change: false, own: true, remove: false });
});
