import { isReference } from '@/api/catalogue';
import { relatedName, valueAt, type Column } from '@/api/columns';
import type { Field, Json, RecordData } from '@/api/types';
import { parseLooseDate } from '@/lib/loose-date';
import { parseLooseNumber } from '@/lib/loose-number';

/** A value as text that can be pasted elsewhere, and here again. */
export function textOfCell({ field, path }: Column, row: RecordData): string {
  const value = valueAt(row, path);
  if (value === null) return '';
  if (isReference(field)) return relatedName(row, field) ?? String(value);
  const labelOf = (each: Json) => field.options?.find((option) => option.value === each)?.label ?? String(each);
  if (Array.isArray(value)) return value.map((each) => (each && typeof each === 'object' && !Array.isArray(each) ? String(each.value ?? '') : labelOf(each))).join('; ');
  if (typeof value === 'object') return Object.values(value).filter(Boolean).join(', ');
  return labelOf(value);
}

const figures = new Set(['integer', 'decimal', 'currency', 'percent']);

/** What a pasted text means for a field, as the API takes it; a record is meant by its name. */
export function fieldsOfText(field: Field, text: string, today: string, locale: string): Record<string, Json> {
  const typed = text.trim();
  if (typed === '') return { [field.name]: null };
  if (isReference(field) && field.relation && !/^\w{18}$/.test(typed)) return { [field.relation]: typed };
  const option = (part: string) => field.options?.find((each) => each.label.toLowerCase() === part.toLowerCase() || each.value === part)?.value ?? part;
  if (field.type === 'picklist') return { [field.name]: option(typed) };
  if (field.type === 'multi_picklist') return { [field.name]: typed.split(';').map((part) => option(part.trim())) };
  if (field.type === 'checkbox') return { [field.name]: /^(true|1|x|✓|yes|ja|oui|sí|نعم)$/i.test(typed) };
  if (figures.has(field.type)) return { [field.name]: parseLooseNumber(typed, locale) ?? typed };
  if (field.type === 'date') return { [field.name]: parseLooseDate(typed, today, locale) ?? typed };
  return { [field.name]: typed };
}

/** The cells of a copied range: lines and tabs, as spreadsheets write them. */
export function cellsOf(text: string): string[][] {
  return text.replace(/\r?\n$/, '').split(/\r?\n/).map((line) => line.split('\t'));
}
