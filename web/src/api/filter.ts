import type { Condition, Filter, Json } from './types';

export const isCondition = (filter: Filter): filter is Condition => 'field' in filter;

/** All of them at once; null when there is nothing to ask. */
export function allOf(filters: readonly (Filter | null | undefined)[]): Filter | null {
  const given = filters.filter((filter) => filter !== null && filter !== undefined);
  return given.length === 0 ? null : given.length === 1 ? (given[0] ?? null) : { and: given };
}

const dateWord = /^(?:(?:TODAY|YESTERDAY|TOMORROW)|(?:THIS|LAST|NEXT)_(?:WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)|(?:LAST|NEXT)_N_[A-Z]+:\d+|LAST_90_DAYS|NEXT_90_DAYS)$/;
const dateOrMoment = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/;

function quoted(text: string): string {
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}

function pattern(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

function literal(value: Json | undefined, me: string): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return quoted(JSON.stringify(value));
  if (value === 'me') return quoted(me);
  return dateWord.test(value) || dateOrMoment.test(value) ? value : quoted(value);
}

function list(value: Json | undefined, me: string): string {
  return `(${(Array.isArray(value) ? value : [value]).map((each) => literal(each, me)).join(', ')})`;
}

function conditionText({ field, op, value }: Condition, me: string): string {
  switch (op) {
    case 'in':
      return `${field} IN ${list(value, me)}`;
    case 'not_in':
      return `${field} NOT IN ${list(value, me)}`;
    case 'includes':
      return `${field} INCLUDES ${list(value, me)}`;
    case 'excludes':
      return `${field} EXCLUDES ${list(value, me)}`;
    case 'like':
      return `${field} LIKE ${quoted(String(value))}`;
    case 'contains':
      return `${field} LIKE ${quoted(`%${pattern(String(value))}%`).replace(/\\\\([%_\\])/g, '\\$1')}`;
    case 'starts_with':
      return `${field} LIKE ${quoted(`${pattern(String(value))}%`).replace(/\\\\([%_\\])/g, '\\$1')}`;
    case 'is_empty':
      return `${field} = null`;
    case 'is_not_empty':
      return `${field} != null`;
    default:
      return `${field} ${op} ${literal(value, me)}`;
  }
}

/** A filter as SOQL, for totals over everything that a list shows. `me` is the id of the person who asks. */
export function soqlOf(filter: Filter, me: string): string {
  if (isCondition(filter)) return conditionText(filter, me);
  if ('not' in filter) return `(NOT ${soqlOf(filter.not, me)})`;
  const [parts, word] = 'and' in filter ? [filter.and, ' AND '] : [filter.or, ' OR '];
  if (parts.length === 1 && parts[0]) return soqlOf(parts[0], me);
  return `(${parts.map((part) => soqlOf(part, me)).join(word)})`;
}

/** " WHERE …" or nothing. */
export function whereOf(filter: Filter | null, me: string): string {
  return filter ? ` WHERE ${soqlOf(filter, me)}` : '';
}
