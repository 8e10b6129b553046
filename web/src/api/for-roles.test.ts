import { expect, it } from 'vitest';
import { forRoles } from './for-roles';
import type { Metadata } from './types';

const view = (name: string) => ({ name, label: name, kind: 'table', columns: ['name'], filter: null });
const metadata = {
  version: 1,
  objects: [
    {
      name: 'account',
      layouts: {
        card: { fields: ['name'] },
        detail: { sections: [], highlights: [] },
        sellers: { kind: 'card', label: 'Sellers', roles: ['sales'], fields: ['phone'] },
        inside: { kind: 'card', label: 'Inside', roles: ['inside'], fields: ['email'] },
      },
      list_views: [view('all'), view('mine'), view('hot')],
      role_views: { sales: 'hot', top: 'gone' },
    },
    { name: 'contact', layouts: { card: { fields: ['name'] } }, list_views: [view('all')] },
  ],
} as unknown as Metadata;
const account = (roles: string[]) => forRoles(metadata, roles).objects[0];
const shown = (roles: string[]) => [account(roles)?.layouts.card?.fields.join(), account(roles)?.list_views.map((each) => each.name).join()];

it('takes what the nearest role has, one’s own before those above', () => {
  expect(shown([])).toEqual(['name', 'all,mine,hot']);
  expect(shown(['sales', 'top'])).toEqual(['phone', 'hot,all,mine']);
  expect(shown(['inside', 'sales', 'top'])).toEqual(['email', 'hot,all,mine']);
  expect(shown(['trainee', 'inside', 'sales'])).toEqual(['email', 'hot,all,mine']);
});

it('takes no notice of a view that is there no more', () => {
  expect(shown(['top'])).toEqual(['name', 'all,mine,hot']);
});

it('leaves objects alone that have nothing for a role', () => {
  expect(forRoles(metadata, ['sales']).objects[1]).toBe(metadata.objects[1]);
});
