import type { MessageId } from '@/i18n/catalogues';
import { codeOfCountry } from '@/lib/country-codes';
import { anyForm, forms, formsInSigns, names } from './countries';
import { type Address, type Part, textOf } from './parts';

interface Slot {
  part: Exclude<Part, 'country'>;
  /** Whether the country's addresses need it. */
  asked: boolean;
  /** What is written between it and the part before it. */
  before: string;
}

interface AddressForm {
  code: string | undefined;
  lines: Slot[][];
  /** The country stands above, and below otherwise. */
  inSigns: boolean;
}

export interface AskedPart {
  part: Exclude<Part, 'country'>;
  label: MessageId;
  /** How many of six columns it takes. */
  columns: number;
}

const byCountry = (table: Record<string, string>) => new Map(Object.entries(table).flatMap(([what, countries]) => countries.split(' ').map((code) => [code, what])));

const formOfCode = byCountry(forms);
const formInSignsOfCode = byCountry(formsInSigns);
const nameOfCode = { postal_code: byCountry(names.postal_code), city: byCountry(names.city), state: byCountry(names.state) };

const signs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const writtenInSigns = ['ja', 'ko', 'zh'];

const slots = (form: string): Slot[][] => form.split('|').map((line) => [...line.matchAll(/([^{}]*)\{(\w+)(\??)\}/g)].map(([, before = '', part, optional]) => ({ part: part as Slot['part'], asked: !optional, before })));

/** How that address is written: as in its country, or where none is said as in that of whoever reads it. */
function formOf(address: Address, locale: string): AddressForm {
  const { language, region } = new Intl.Locale(locale);
  const written = Object.keys(address).map((part) => textOf(address, part as Part)).join('');
  const code = textOf(address, 'country') ? codeOfCountry(textOf(address, 'country')) : region;
  const formInSigns = (written ? signs.test(written) : writtenInSigns.includes(language)) ? formInSignsOfCode.get(code ?? '') : undefined;
  return { code, lines: slots(formInSigns ?? formOfCode.get(code ?? '') ?? anyForm), inSigns: formInSigns !== undefined };
}

function written(line: Slot[], address: Address): string {
  return line.reduce((before, slot, index) => {
    const text = textOf(address, slot.part);
    if (!text) return before;
    // What stands first in a line belongs to the part; what stands between two needs both.
    return `${before}${before || index === 0 ? slot.before : ''}${text}`;
  }, '');
}

/** The lines of an address as they are written in its country. */
export function linesOf(address: Address, locale: string): string[] {
  const { lines, inSigns } = formOf(address, locale);
  const country = textOf(address, 'country');
  const own = lines.map((line) => written(line, address));
  return (inSigns ? [country, ...own] : [...own, country]).filter(Boolean);
}

/** What is asked of an address, in the order of its country; what is there already can be changed even where nobody asks for it. */
export function askedParts(address: Address, locale: string): AskedPart[] {
  const { code, lines } = formOf(address, locale);
  const labelOf = (part: Slot['part']) => ((part !== 'street' && nameOfCode[part].get(code ?? '')) || `address.${part}`) as MessageId;
  return lines.flatMap((line) => {
    const asked = line.filter((slot) => slot.asked || textOf(address, slot.part));
    // Of three the first has a line of its own.
    return asked.map(({ part }, index) => ({ part, label: labelOf(part), columns: asked.length === 1 || (asked.length === 3 && index === 0) ? 6 : 3 }));
  });
}
