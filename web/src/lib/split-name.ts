export interface NameParts {
  first_name: string;
  last_name: string;
}

const particle = /^(?:al|bin|da|dal|de|dei|del|della|den|der|di|do|dos|du|el|ibn|la|le|lo|mac|san|st\.|te|ten|ter|van|vom|von|vor|zu|zum|zur|'t)$/i;
const familyFirst = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** The parts of a name as the server splits it: "Ludwig | van Beethoven", "Ada | Lovelace" of "Lovelace, Ada", "太郎 | 山田". A name of one word is a last name. */
export function splitName(full: string): NameParts {
  const [before = '', after] = full.split(/,(.*)/s);
  if (after !== undefined) return { first_name: after.trim(), last_name: before.trim() };
  const words = full.trim().split(/\s+/);
  if (words.length === 2 && familyFirst.test(words[0] ?? '')) return { first_name: words[1] ?? '', last_name: words[0] ?? '' };
  let last = words.length - 1;
  while (last > 1 && particle.test(words[last - 1] ?? '')) last -= 1;
  return { first_name: words.slice(0, last).join(' '), last_name: words.slice(last).join(' ') };
}
