import { expect, it } from 'vitest';
import { groupsAt, indexOf } from './groups';

const place = (id: string, longitude: number, latitude: number, count = 1) => ({ id, label: id, longitude, latitude, count });
const items = [place('Berlin', 13.4, 52.5, 3), place('Potsdam', 13.06, 52.4, 2), place('Sydney', 151.2, -33.9)];

it('groups what is near on a small map, with what it comes to', () => {
  const groups = groupsAt(indexOf(items), 1024).toSorted((one, other) => other.count - one.count);
  expect(groups.map(({ count, items: within }) => [count, within.map(({ id }) => id).toSorted()])).toEqual([
    [5, ['Berlin', 'Potsdam']],
    [1, ['Sydney']],
  ]);
});

it('tells them apart on a large one', () => {
  expect(groupsAt(indexOf(items), 512 * 2 ** 9)).toHaveLength(3);
});
