import { isDay } from '@/lib/day';
import { fieldOf, isReference } from './catalogue';
import { isCondition, isRelated } from './filter';
import type { Condition, DetailSection, Filter, Json, ObjectInfo, RecordData } from './types';

const opposites: Partial<Record<Condition['op'], Condition['op']>> = { '!=': '=', not_in: 'in', excludes: 'includes', is_not_empty: 'is_empty' };
const orders: Partial<Record<Condition['op'], (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

const isEmpty = (value: Json): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Negative, zero or positive; undefined where one of them is no number and no day. */
function compared(one: Json, other: Json): number | undefined {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (!isDay(one) || !isDay(other)) return undefined;
  return Number(one > other) - Number(one < other);
}

function meets({ field, op, value: wanted = null }: Condition, object: ObjectInfo, record: RecordData, me: string): boolean {
  const opposite = opposites[op];
  if (opposite) return !meets({ field, op: opposite, value: wanted }, object, record, me);
  const found = record[field] ?? null;
  if (op === 'is_empty') return isEmpty(found);
  // A box that nobody has ticked is not ticked.
  if (typeof wanted === 'boolean') return (found === true) === wanted;
  const known = fieldOf(object, field);
  const meant = (Array.isArray(wanted) ? wanted : [wanted]).map((each) => (each === 'me' && known && isReference(known) ? me : each));
  if (op === '=' || op === 'in') return !isEmpty(found) && meant.includes(found);
  if (op === 'includes') return Array.isArray(found) && meant.some((each) => found.includes(each));
  const order = compared(found, meant[0] ?? null);
  return order !== undefined && (orders[op]?.(order) ?? false);
}

/** Whether a record, or what is typed of one so far, meets the condition of a section: as the server answers the same filter (tests/conditions). */
export function holds(condition: Filter, object: ObjectInfo, record: RecordData, me: string): boolean {
  if (isCondition(condition)) return meets(condition, object, record, me);
  if (isRelated(condition)) return false;
  if ('not' in condition) return !holds(condition.not, object, record, me);
  if ('and' in condition) return condition.and.every((part) => holds(part, object, record, me));
  return condition.or.some((part) => holds(part, object, record, me));
}

export const isShown = ({ condition }: DetailSection, object: ObjectInfo, record: RecordData, me: string): boolean => !condition || holds(condition, object, record, me);

/** The fields that stand in sections only whose conditions do not hold. */
export function unshownFields(object: ObjectInfo, record: RecordData, me: string): ReadonlySet<string> {
  const sections = object.layouts.detail?.sections ?? [];
  const unshown = sections.filter((section) => !isShown(section, object, record, me));
  const shown = new Set(sections.filter((section) => !unshown.includes(section)).flatMap((section) => section.fields));
  return new Set(unshown.flatMap((section) => section.fields).filter((name) => !shown.has(name)));
}
