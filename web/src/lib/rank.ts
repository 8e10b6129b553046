const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether the texts differ by one slip at most: a letter too many, one too few, another one, or two the wrong way round. */
function nearlySame(one: string, other: string): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [rest, others] = [one.slice(at), other.slice(at)];
  const swapped = (others[1] ?? '') + (others[0] ?? '') + others.slice(2);
  return [others.slice(1), swapped].includes(rest) || [others, others.slice(1)].includes(rest.slice(1));
}

// A slip in a short word makes another word.
const shortest = 4;

/** Whether the word begins with what was typed, but for one slip. */
const beginsNearly = (word: string, typed: string) => typed.length >= shortest && [-1, 0, 1].some((more) => nearlySame(typed, word.slice(0, typed.length + more)));

/** How well a label answers what was typed: beginnings before middles before scattered letters before slips. 0 is not at all. */
export function rank(typed: string, label: string): number {
  const [wanted, text] = [folded(typed), folded(label)];
  if (text === wanted) return 100;
  if (text.startsWith(wanted)) return 80;
  if (text.split(/\s+/).some((word) => word.startsWith(wanted))) return 60;
  if (text.includes(wanted)) return 40;
  let at = 0;
  for (const character of text) if (character === wanted[at]) at += 1;
  if (at === wanted.length && wanted.length > 1) return 10;
  const words = text.split(/\s+/);
  return wanted.split(/\s+/).every((typedWord) => words.some((word) => word.startsWith(typedWord) || beginsNearly(word, typedWord))) ? 5 : 0;
}
