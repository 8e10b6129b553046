import type { Locale } from './locales';

export type HelpTexts = Readonly<Record<string, string>>;

// The build makes one file of each folder: with the first topic that is read, all of a language are there without a network.
const files = import.meta.glob<string>('./help/*/*.md', { query: '?raw', import: 'default' });

/** The help in a language, by topic; nothing for English, which stands in docs/. */
export async function loadHelp(locale: Locale): Promise<HelpTexts> {
  const folder = `./help/${locale}/`;
  const topics = Object.entries(files).filter(([file]) => file.startsWith(folder));
  return Object.fromEntries(await Promise.all(topics.map(async ([file, load]) => [file.slice(folder.length, -'.md'.length), await load()] as const)));
}
