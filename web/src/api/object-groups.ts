import { type Catalogue, menuObjects } from './catalogue';
import type { ObjectArrangement } from './personal';
import type { Me, ObjectInfo } from './types';

/** Things that happen with a record, as opposed to records themselves: they relate to anything. */
const isActivity = (object: ObjectInfo) => object.fields.some((field) => field.name === 'related_to_id');

export interface ObjectGroup {
  id: 'records' | 'activities' | 'custom' | 'hidden';
  objects: ObjectInfo[];
}

export const usualArrangement: ObjectArrangement = { order: [], hidden: [] };

/** The objects of the menu in their groups, as somebody arranged them; empty groups are left out. */
export function objectGroups(catalogue: Catalogue, me: Me, { order, hidden }: ObjectArrangement): ObjectGroup[] {
  const place = ({ name }: ObjectInfo) => (order.includes(name) ? order.indexOf(name) : order.length);
  const all = menuObjects(catalogue, me).toSorted((one, other) => place(one) - place(other) || one.number - other.number);
  const objects = all.filter(({ name }) => !hidden.includes(name));
  const groups: ObjectGroup[] = [
    { id: 'records', objects: objects.filter((object) => !object.custom && !isActivity(object)) },
    { id: 'activities', objects: objects.filter((object) => !object.custom && isActivity(object)) },
    { id: 'custom', objects: objects.filter((object) => object.custom) },
    { id: 'hidden', objects: all.filter(({ name }) => hidden.includes(name)) },
  ];
  return groups.filter((group) => group.objects.length > 0);
}
