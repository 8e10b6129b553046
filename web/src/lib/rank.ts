const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** How well a label answers what was typed: beginnings before middles before scattered letters. 0 is not at all. */
export function rank(typed: string, label: string): number {
  const [wanted, text] = [folded(typed), folded(label)];
  if (text === wanted) return 100;
  if (text.startsWith(wanted)) return 80;
  if (text.split(/\s+/).some((word) => word.startsWith(wanted))) return 60;
  if (text.includes(wanted)) return 40;
  let at = 0;
  for (const character of text) if (character === wanted[at]) at += 1;
  return at === wanted.length && wanted.length > 1 ? 10 : 0;
}
