import english from './messages/en.json';
import type { Locale } from './locales';
import { pseudo } from './pseudo';

export type MessageId = keyof typeof english;
export type Catalogue = Record<MessageId, string>;

/** English is at hand at once; other languages are loaded when they are wanted. */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  switch (locale) {
    case 'de':
      return (await import('./messages/de.json')).default;
    case 'ar':
      return (await import('./messages/ar.json')).default;
    case 'es':
      return (await import('./messages/es.json')).default;
    case 'fr':
      return (await import('./messages/fr.json')).default;
    case 'pt':
      return (await import('./messages/pt.json')).default;
    case 'zh':
      return (await import('./messages/zh.json')).default;
    case 'ja':
      return (await import('./messages/ja.json')).default;
    case 'en-XA':
      return Object.fromEntries(Object.entries(english).map(([id, text]) => [id, pseudo(text)])) as Catalogue;
    case 'en':
      return english;
  }
}

export { english };
