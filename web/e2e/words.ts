import { readFileSync } from 'node:fs';
import { createIntl } from 'react-intl';
import { isolated } from '../src/i18n/isolated.ts';
import { withinSentence } from '../src/i18n/within-sentence.ts';

export type Language = 'en' | 'ar';

/** What the app says, by the ids of its texts; and what it calls a standard object or field. */
export interface Words {
  say: (id: string, values?: Record<string, string | number>) => string;
  label: (english: string) => string;
}

const read = (path: string) => JSON.parse(readFileSync(new URL(`../src/i18n/${path}`, import.meta.url), 'utf8')) as Record<string, string>;

export function wordsOf(language: Language): Words {
  const messages = read(`messages/${language}.json`);
  const mirrored = language === 'ar';
  const intl = createIntl({ locale: mirrored ? 'ar-u-nu-latn' : language, messages });
  const labels = language === 'en' ? {} : read(`labels/${language}.json`);
  return { say: (id, values = {}) => intl.formatMessage({ id }, { ...withinSentence, ...(mirrored ? isolated(messages[id] ?? '', values) : values) }), label: (english) => labels[english] ?? english };
}
