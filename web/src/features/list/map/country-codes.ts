import codes from 'i18n-iso-countries/codes.json';

/** What is written of a country without what people write differently: case, accents, dots, "the". */
const plain = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase('en')
    .replaceAll('.', '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^the /, '')
    .trim();

/** Names that people write and no list of countries has. */
const also: Record<string, string> = { usa: 'US', america: 'US', uk: 'GB', england: 'GB', scotland: 'GB', wales: 'GB', 'great britain': 'GB', holland: 'NL', 'south korea': 'KR', korea: 'KR', russia: 'RU', 'czech republic': 'CZ', turkey: 'TR', uae: 'AE', brasil: 'BR', 'ivory coast': 'CI', macedonia: 'MK', burma: 'MM', swaziland: 'SZ' };

/** Languages in which a workspace is likely to write its addresses. */
const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'sv', 'da', 'nb', 'fi', 'cs', 'el', 'uk', 'ru', 'tr', 'ar', 'he', 'hi', 'ja', 'ko', 'zh'];

const alpha2OfNumber = new Map(codes.map(([alpha2 = '', , number = '']) => [number, alpha2]));

/** The two letters of a country by its number in ISO 3166, as maps name it. */
export const codeOfNumber = (number: string): string | undefined => alpha2OfNumber.get(number.padStart(3, '0'));

let known: Map<string, string> | undefined;

function byName(): Map<string, string> {
  if (known) return known;
  known = new Map(Object.entries(also));
  for (const language of languages) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const [alpha2 = ''] of codes) {
      const name = names.of(alpha2);
      if (name && !known.has(plain(name))) known.set(plain(name), alpha2);
    }
  }
  for (const [alpha2 = '', alpha3 = ''] of codes) known.set(plain(alpha2), alpha2).set(plain(alpha3), alpha2);
  return known;
}

/** The two letters of a country, by its name in any of many languages or by its code; undefined when it is none of these. */
export const codeOfCountry = (written: string): string | undefined => byName().get(plain(written));
