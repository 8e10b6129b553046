import { fieldOf } from './catalogue';
import type { Field, Filter, ObjectInfo } from './types';

/** What says on which day a record is. */
export interface DateField {
  field: Field;
  /** The field that says until when, where the record lasts. */
  until?: Field;
  /** Whether it says the time of the day, too. */
  hasClock: boolean;
}

const typeOf = (field: Field) => field.result || field.type;
const hasDay = (field: Field) => typeOf(field) === 'date' || typeOf(field) === 'datetime';

/** "starts_at" ends with "ends_at", "start_date" with "end_date". */
function endOf(object: ObjectInfo, field: Field): Field | undefined {
  const end = /^start(s?)_/.test(field.name) ? fieldOf(object, field.name.replace(/^start/, 'end')) : undefined;
  return end?.type === field.type ? end : undefined;
}

/** What people set stands before what is noted by itself, and that before what every record has. */
const rankOf = (field: Field) => (field.system ? 2 : field.read_only || field.formula ? 1 : 0);

/** The fields by which an object's records can be shown in a calendar. */
export const datesOf = (object: ObjectInfo): DateField[] =>
  object.fields
    .filter(hasDay)
    .toSorted((one, other) => rankOf(one) - rankOf(other))
    .map((field) => ({ field, until: endOf(object, field), hasClock: typeOf(field) === 'datetime' }));

/** The records that are between two days, or two moments, the second one left out. */
export function within({ field, until }: DateField, from: string, to: string): Filter {
  const begins: Filter = { field: field.name, op: '>=', value: from };
  const begun: Filter = { field: field.name, op: '<', value: to };
  // What has no end is where it begins.
  return { and: [begun, until ? { or: [begins, { field: until.name, op: '>=', value: from }] } : begins] };
}
