import { isReference } from '@/api/catalogue';
import { relatedName, valueAt, type Column } from '@/api/columns';
import type { Field, Json, RecordData } from '@/api/types';
import { parseDuration, plainDuration } from '@/lib/duration';
import { textOfHtml } from '@/lib/html';
import { looseMomentText, parseLooseDate } from '@/lib/loose-date';
import { parseLooseNumber } from '@/lib/loose-number';
import { clockOf, dayOf } from '@/lib/zone';

/** What a copied or pasted text is read by. */
export interface Reader {
  timeZone: string;
  locale: string;
  /** "2026-11-21" */
  today: string;
  /** What a record is called that did not come with the row; undefined when nobody has asked. */
  nameOf: (id: string) => string | undefined;
}

// A tab or a line end would begin another cell.
const onOneLine = (text: string) => text.replace(/[\t\r\n]+/g, ' ');

/** A value as people read it, on one line, so that it can be pasted elsewhere, and here again. */
export function textOfCell({ field, path }: Column, row: RecordData, { timeZone, nameOf }: Pick<Reader, 'timeZone' | 'nameOf'>): string {
  const value = valueAt(row, path);
  if (value === null) return '';
  if (isReference(field)) return onOneLine(relatedName(row, field) ?? nameOf(String(value)) ?? String(value));
  if (field.type === 'datetime') return `${dayOf(new Date(String(value)), timeZone)} ${clockOf(new Date(String(value)), timeZone)}`;
  if (field.type === 'time') return String(value).slice(0, 5);
  if (field.type === 'duration') return plainDuration(Number(value));
  if (field.type === 'rich_text') return onOneLine(textOfHtml(String(value)));
  const labelOf = (each: Json) => field.options?.find((option) => option.value === each)?.label ?? String(each);
  if (Array.isArray(value)) return value.map((each) => (each && typeof each === 'object' && !Array.isArray(each) ? String(each.value ?? '') : labelOf(each))).join('; ');
  if (typeof value === 'object') return onOneLine(Object.values(value).filter(Boolean).join(', '));
  return onOneLine(labelOf(value));
}

const [yes, no] = [/^(true|1|x|✓|yes|ja|oui|sí|sim|نعم|はい|是)$/i, /^(false|0|no|nein|non|não|لا|いいえ|否)$/i];
const figures = new Set(['integer', 'decimal', 'currency', 'percent']);

/** What a pasted text means for a field, as the API takes it; a record is meant by its name. */
export function fieldsOfText(field: Field, text: string, { today, locale, timeZone }: Pick<Reader, 'today' | 'locale' | 'timeZone'>): Record<string, Json> {
  const typed = text.trim();
  if (typed === '') return { [field.name]: field.type === 'checkbox' ? false : null };
  if (isReference(field) && field.relation && !/^\w{18}$/.test(typed)) return { [field.relation]: typed };
  const option = (part: string) => field.options?.find((each) => each.label.toLowerCase() === part.toLowerCase() || each.value === part)?.value ?? part;
  if (field.type === 'picklist') return { [field.name]: option(typed) };
  if (field.shape === 'set') return { [field.name]: typed.split(';').map((part) => option(part.trim())) };
  if (field.type === 'checkbox') return { [field.name]: yes.test(typed) || (no.test(typed) ? false : typed) };
  if (figures.has(field.type)) return { [field.name]: parseLooseNumber(typed, locale) ?? typed };
  if (field.type === 'date') return { [field.name]: parseLooseDate(typed, today, locale) ?? typed };
  if (field.type === 'duration') return { [field.name]: parseDuration(typed) ?? typed };
  if (field.type === 'datetime') return { [field.name]: looseMomentText(typed, today, locale, timeZone) ?? typed };
  return { [field.name]: typed };
}

/** The cells of a copied range: lines and tabs, as spreadsheets write them. */
export function cellsOf(text: string): string[][] {
  return text.replace(/\r?\n$/, '').split(/\r?\n/).map((line) => line.split('\t'));
}
