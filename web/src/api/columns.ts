import type { Catalogue } from './catalogue';
import { fieldOf, isReference } from './catalogue';
import { isPictureName, pictureFieldOf, pictureNeededBy } from './pictures';
import type { Field, ObjectInfo, RecordData } from './types';

/** One column of a list: a field of the object, or a field of a record that it refers to. */
export interface Column {
  /** As list views write it after `normalized`: "amount", "account_id", "account.industry". */
  path: string;
  label: string;
  field: Field;
  /** Paths to ask the server for, so that the column can be drawn. */
  needs: string[];
  /** What to sort by; undefined when the column cannot be sorted. */
  sortBy?: string;
  /** Whether the record itself holds the value, so that it can be edited in place. */
  own: boolean;
}

const unsortable = new Set(['opaque', 'compound', 'set']);

/** The field that names a record which `field` refers to: "name", "subject". */
function nameFieldOf(field: Field, catalogue: Catalogue): string {
  const target = field.targets?.length === 1 ? catalogue.find(field.targets[0]) : undefined;
  return target?.name_field ?? 'name';
}

function ownColumn(field: Field, object: ObjectInfo, catalogue: Catalogue): Column {
  const single = field.targets?.length === 1;
  // Where a reference may lead to several objects, names are asked for by id.
  const named = isReference(field) && single ? `${field.relation}.${nameFieldOf(field, catalogue)}` : undefined;
  // An amount in another currency tells the rate of its day.
  const currency = field.type === 'currency' ? ['currency_code', 'created_at', ...(object.rate_date ? [object.rate_date] : [])] : [];
  return {
    path: field.name,
    label: field.label,
    field,
    needs: [field.name, ...(named ? [named, ...pictureNeededBy(field, catalogue)] : []), ...currency],
    sortBy: unsortable.has(field.shape) || (isReference(field) && !named) ? undefined : (named ?? field.name),
    own: true,
  };
}

/** The column of that path, or undefined when the object has no such field any more. */
export function columnOf(path: string, object: ObjectInfo, catalogue: Catalogue): Column | undefined {
  const own = fieldOf(object, path);
  if (own) return ownColumn(own, object, catalogue);
  const [relation, rest] = path.split('.', 2);
  const reference = object.fields.find((field) => isReference(field) && field.relation === relation);
  if (!reference || !rest) return undefined;
  if (rest === nameFieldOf(reference, catalogue)) return ownColumn(reference, object, catalogue);
  const target = catalogue.find(reference.targets?.[0]);
  const field = target && fieldOf(target, rest);
  if (!field) return undefined;
  return { path, label: `${reference.label}: ${field.label}`, field, needs: [path], sortBy: unsortable.has(field.shape) ? undefined : path, own: false };
}

export function columnsOf(paths: readonly string[], object: ObjectInfo, catalogue: Catalogue): Column[] {
  const columns = paths.map((path) => columnOf(path, object, catalogue)).filter((column) => column !== undefined);
  return columns.filter((column, index) => columns.findIndex((other) => other.path === column.path) === index);
}

/** Everything to ask for so that these columns can be drawn, and the record opened and changed. */
export function fieldsToAsk(columns: readonly Column[], object: ObjectInfo): string[] {
  const picture = pictureFieldOf(object);
  const base = ['id', 'version', ...(fieldOf(object, object.name_field) ? [object.name_field] : [])];
  const asked = [...base, ...(picture ? [picture.name] : []), ...columns.flatMap((column) => column.needs)];
  const known = asked.filter((path) => path.includes('.') || path === 'id' || fieldOf(object, path));
  return [...new Set(known)];
}

/** The value at a column's path. */
export function valueAt(record: RecordData, path: string) {
  const [first = '', rest] = path.split('.', 2);
  const value = record[first];
  if (!rest) return value ?? null;
  return value && typeof value === 'object' && !Array.isArray(value) ? (value[rest] ?? null) : null;
}

/** What people call a record. */
export function nameOf(record: RecordData, object: ObjectInfo): string {
  const name = record[object.name_field];
  return typeof name === 'string' && name !== '' ? name : typeof name === 'number' ? String(name) : record.id;
}

/** The name of a record as it is said in the person's language: stages have names in several. */
export const saidName = (object: ObjectInfo | undefined, name: string): string => {
  const words = object?.names_in_words;
  return words && Object.hasOwn(words, name) ? (words[name] ?? name) : name;
};

/** The name of the record that a reference points to, or null when there is none or it may not be seen. */
export function relatedName(record: RecordData, field: Field): string | null {
  const related = field.relation ? record[field.relation] : null;
  if (!related || typeof related !== 'object' || Array.isArray(related)) return null;
  const name = Object.entries(related).find(([key, value]) => key !== 'id' && !isPictureName(key) && typeof value === 'string')?.[1];
  return typeof name === 'string' ? name : null;
}

/** Everything to ask for so that a record's page can be drawn: its own fields, and the names of what it refers to. */
export function fieldsOfPage(object: ObjectInfo, catalogue: Catalogue): string[] {
  const own = object.fields.filter((field) => !field.component_of).map((field) => field.name);
  const names = object.fields.filter((field) => isReference(field) && field.targets?.length === 1).flatMap((field) => [`${field.relation}.${nameFieldOf(field, catalogue)}`, ...pictureNeededBy(field, catalogue)]);
  return [...new Set([...own, ...names])];
}
