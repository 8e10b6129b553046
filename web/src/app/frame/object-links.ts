import { type Catalogue, menuObjects } from '@/api/catalogue';
import type { Me, ObjectInfo } from '@/api/types';

/** Things that happen with a record, as opposed to records themselves: they relate to anything. */
const isActivity = (object: ObjectInfo) => object.fields.some((field) => field.name === 'related_to_id');

export interface ObjectGroup {
  id: 'records' | 'activities' | 'custom';
  objects: ObjectInfo[];
}

/** The objects of the menu in their groups; empty groups are left out. */
export function objectGroups(catalogue: Catalogue, me: Me): ObjectGroup[] {
  const objects = menuObjects(catalogue, me).toSorted((one, other) => one.number - other.number);
  const groups: ObjectGroup[] = [
    { id: 'records', objects: objects.filter((object) => !object.custom && !isActivity(object)) },
    { id: 'activities', objects: objects.filter((object) => !object.custom && isActivity(object)) },
    { id: 'custom', objects: objects.filter((object) => object.custom) },
  ];
  return groups.filter((group) => group.objects.length > 0);
}

/** Whether people meet an object on a board first. */
export const boardFirst = (object: ObjectInfo) => object.list_views[0]?.kind === 'board';

const usual: Record<string, string> = { opportunity: 'd', account: 'a', contact: 'c', lead: 'l', task: 't', event: 'e', case: 's', campaign: 'm', product: 'p' };

/** The letter after "g" for each object: the usual one, else the first of its name that is free. "h" is home, "k" the calendar, "n" what one was told. */
export function goLetters(objects: readonly ObjectInfo[]): Map<string, string> {
  const letters = new Map<string, string>();
  const taken = new Set(['h', 'k', 'n', ...objects.flatMap((object) => usual[object.name] ?? [])]);
  for (const object of objects) {
    const letter = usual[object.name] ?? [...object.name].find((each) => /[a-z]/.test(each) && !taken.has(each));
    if (!letter) continue;
    taken.add(letter);
    letters.set(object.name, letter);
  }
  return letters;
}
