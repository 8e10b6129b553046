import { expect, it } from 'vitest';
import type { PersonalView } from './personal';
import type { ListView, ObjectInfo } from './types';
import { withPersonalViews } from './with-personal-views';

const view = (name: string): ListView => ({ name, label: name, kind: 'table', columns: ['name'], filter: null });
const account = { name: 'account', list_views: [view('all'), view('mine')] } as unknown as ObjectInfo;
const contact = { name: 'contact', list_views: [view('all')] } as unknown as ObjectInfo;
const own: PersonalView = { ...view('17'), object: 'account', owner_id: '1', team_id: null, locked: false };
const names = (objects: ObjectInfo[]) => objects.map((object) => object.list_views.map((each) => each.name).join());

it('puts what people made behind the public views, until they say otherwise', () => {
  const metadata = { version: 1, objects: [account, contact] };
  expect(names(withPersonalViews(metadata, [own], {}).objects)).toEqual(['all,mine,17', 'all']);
  expect(names(withPersonalViews(metadata, [own], { account: ['17', 'gone', 'mine'] }).objects)).toEqual(['17,mine,all', 'all']);
});

it('leaves objects alone of which nothing was arranged', () => {
  expect(withPersonalViews({ version: 1, objects: [account, contact] }, [own], {}).objects[1]).toBe(contact);
});
