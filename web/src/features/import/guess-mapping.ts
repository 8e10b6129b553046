import { isReference } from '@/api/catalogue';
import type { Field, FieldType, ObjectInfo } from '@/api/types';
import { isEditable } from '@/fields/field-kits';

/** A field that a column may go to, by the name that the import knows it by. */
export interface ImportTarget {
  /** Field, or relation for what refers to another record. */
  key: string;
  label: string;
  field: Field;
}

/** What the system fills in only where nobody says it. */
const givenByPeople = new Set(['owner_id', 'currency_code']);

/** The fields that an import may fill. */
export function importTargets(object: ObjectInfo): ImportTarget[] {
  return object.fields
    .filter((field) => (isEditable(field) && field.shape !== 'compound') || field.component_of)
    .filter((field) => field.type !== 'file' && (!field.system || givenByPeople.has(field.name)))
    .map((field) => ({ key: isReference(field) ? (field.relation ?? field.name) : field.name, label: field.label, field }));
}

/** The target that the server proposes for each column, where the import page offers it. */
export const proposed = (columns: readonly { field: string }[], targets: readonly ImportTarget[]) => columns.map(({ field }) => (targets.some((target) => target.key === field) ? field : ''));

/** Which of the values are no choice of a picklist, in any case, by value or label. */
export function unknownChoices(field: Field, values: readonly string[]): string[] {
  const known = new Set((field.options ?? []).flatMap((option) => [option.value.toLowerCase(), option.label.toLowerCase()]));
  const parts = field.type === 'multi_picklist' ? values.flatMap((value) => value.split(/[;,]/)) : values;
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part && !known.has(part.toLowerCase())))];
}

/** The type that a new field for such values probably has. */
export function guessType(values: readonly string[]): FieldType {
  const all = (pattern: RegExp) => values.length > 0 && values.every((value) => pattern.test(value.trim()));
  if (all(/^(true|false|yes|no)$/i)) return 'checkbox';
  if (all(/^\d{4}-\d{2}-\d{2}$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/)) return 'date';
  if (all(/^-?\d{1,9}$/)) return 'integer';
  if (all(/^-?\d+[.,]\d+$/)) return 'decimal';
  if (all(/^\S+@\S+\.\S+$/)) return 'email';
  if (all(/^https?:\/\//i)) return 'url';
  return values.some((value) => value.length > 200) ? 'long_text' : 'text';
}

/** Field → column, of the columns that go somewhere; of two for one field the first counts. */
export function mappingOf(columns: readonly string[], chosen: readonly string[]): Record<string, string> {
  const mapping: Record<string, string> = {};
  columns.forEach((column, index) => {
    const key = chosen[index];
    if (key && !(key in mapping)) mapping[key] = column;
  });
  return mapping;
}
