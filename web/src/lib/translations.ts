/** What administrators wrote, in other languages: {"de": {"label": "Boot"}}. */
export type Translations = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Of settings, such as stages, the names of their records stand beside their own words: {"de": {"label": "Phase", "records.Proposal": "Angebot"}}. */
export const recordKey = (name: string) => `records.${name}`;

/** The same with that word in that language; without it where the word is empty. */
export function withWord(translations: Translations | undefined, language: string, key: string, word: string): Translations {
  const { [language]: before = {}, ...others } = translations ?? {};
  const rest = Object.fromEntries(Object.entries(before).filter(([name]) => name !== key));
  const words = word.trim() ? { ...rest, [key]: word } : rest;
  return Object.keys(words).length > 0 ? { ...others, [language]: words } : others;
}
