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

/** What was learned so far: names come a language at a time, as asking for all of them takes a phone a tenth of a second. */
let known: Map<string, string> | undefined;
let unasked = [...languages];

function learn(language: string): void {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  for (const [alpha2 = ''] of codes) {
    const name = names.of(alpha2);
    if (name && !known?.has(plain(name))) known?.set(plain(name), alpha2);
  }
}

/** The two letters of a country, by its name in any of many languages or by its code; undefined when it is none of these. */
export function codeOfCountry(written: string): string | undefined {
  const name = plain(written);
  if (!name) return undefined;
  known ??= new Map([...Object.entries(also), ...codes.flatMap(([alpha2 = '', alpha3 = '']): [string, string][] => [[plain(alpha2), alpha2], [plain(alpha3), alpha2]])]);
  while (!known.has(name) && unasked.length > 0) {
    const [next = '', ...others] = unasked;
    unasked = others;
    learn(next);
  }
  return known.get(name);
}

/** What the countries are called in a language, in its order. */
export function countryNames(locale: string): string[] {
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  return codes.flatMap(([alpha2 = '']) => names.of(alpha2) ?? []).toSorted(new Intl.Collator(locale).compare);
}
