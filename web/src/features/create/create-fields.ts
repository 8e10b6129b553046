import { fieldOf } from '@/api/catalogue';
import type { Field, Json, Me, ObjectInfo } from '@/api/types';
import { isEditable } from '@/fields/field-kits';

/** The fields that a new record asks for: the layout's, and whatever else must have a value. */
export function createFields(object: ObjectInfo, preset: Record<string, Json>): Field[] {
  const laid = object.layouts.create?.fields ?? object.layouts.card?.fields ?? [];
  const required = object.fields.filter((field) => field.required && !field.system).map((field) => field.name);
  const names = laid.length > 0 ? [...laid, ...required] : [...required, object.name_field, ...object.fields.filter((field) => field.custom).slice(0, 6).map((field) => field.name)];
  return [...new Set(names)]
    .map((name) => fieldOf(object, name))
    .filter((field) => field !== undefined)
    .filter((field) => isEditable(field) && !(field.name in preset && field.name.endsWith('_id') && field.name !== 'pipeline_id'));
}

/** What the catalogue says a new record begins with. */
export function initialValues(fields: readonly Field[], me: Me, today: string): Record<string, Json> {
  const values: Record<string, Json> = {};
  for (const field of fields) {
    const given = field.default_value;
    if (given === '$today') values[field.name] = today;
    else if (given === '$user' || field.name === 'owner_id') {
      values[field.name] = me.user.id;
      if (field.relation) values[field.relation] = { name: me.user.name };
    } else if (given !== null && given !== undefined && !(typeof given === 'string' && given.startsWith('$'))) values[field.name] = given;
  }
  return values;
}

/** All other fields that may be filled in, in the order of the record's page. */
export function fullFields(object: ObjectInfo, shown: readonly Field[], preset: Record<string, Json>): Field[] {
  const placed = object.layouts.detail?.sections.flatMap((section) => section.fields) ?? [];
  const names = new Set([...placed, ...object.fields.filter((field) => field.custom).map((field) => field.name)]);
  return [...names]
    .map((name) => fieldOf(object, name))
    .filter((field) => field !== undefined)
    .filter((field) => isEditable(field) && !field.component_of && !shown.includes(field) && !(field.name in preset));
}
