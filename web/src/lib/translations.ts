/** What administrators wrote, in other languages: {"de": {"label": "Boot"}}. */
export type Translations = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The same with that word in that language; without it where the word is empty. */
export function withWord(translations: Translations | undefined, language: string, key: string, word: string): Translations {
  const { [language]: before = {}, ...others } = translations ?? {};
  const rest = Object.fromEntries(Object.entries(before).filter(([name]) => name !== key));
  const words = word.trim() ? { ...rest, [key]: word } : rest;
  return Object.keys(words).length > 0 ? { ...others, [language]: words } : others;
}
