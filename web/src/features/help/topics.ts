import formulas from '@docs/formulas.md?raw';
import importing from '@docs/import.md?raw';
import query from '@docs/query.md?raw';
import using from '@docs/using.md?raw';
import sharing from '@docs/sharing.md?raw';
import type { HelpTexts } from '@/i18n/help';
import type { Locale } from '@/i18n/locales';

/** What can be read beside the page. It comes with the app, so it is there without a network, too. */
const english = { using, sharing, import: importing, formulas, query } as const;

export type Topic = keyof typeof english;

export const topics = Object.keys(english) as Topic[];

export interface HelpText {
  text: string;
  title: string;
  language: Locale;
}

/** A topic in the person's language, else in English. */
export function textOf(topic: Topic, locale: Locale, translated: HelpTexts): HelpText {
  const own = translated[topic];
  const text = own ?? english[topic];
  return { text, title: /^# (.*)$/m.exec(text)?.[1] ?? topic, language: own ? locale : 'en' };
}

/** The topic that an address is about. */
export function topicFor(path: string): Topic {
  if (path.endsWith('/import') || path.startsWith('/imports')) return 'import';
  if (path.startsWith('/setup/area')) return 'sharing';
  if (path.startsWith('/setup')) return 'formulas';
  return 'using';
}
