import type { ObjectInfo } from '@/api/types';

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
