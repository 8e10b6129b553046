import { isReference } from '@/api/catalogue';
import type { Field, ObjectInfo } from '@/api/types';
import { isEditable } from '@/fields/field-kits';

/** A field that a column may go to, by the name that the import knows it by. */
export interface ImportTarget {
  /** Field, or relation for what refers to another record. */
  key: string;
  label: string;
  field: Field;
}

/** The fields that an import may fill. */
export function importTargets(object: ObjectInfo): ImportTarget[] {
  return object.fields
    .filter((field) => (isEditable(field) && field.shape !== 'compound') || field.component_of)
    .filter((field) => field.type !== 'file' && !field.system)
    .map((field) => ({ key: isReference(field) ? (field.relation ?? field.name) : field.name, label: field.label, field }));
}

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const habits: Record<string, string> = { company: 'account', companyname: 'account', accountname: 'account', givenname: 'first_name', forename: 'first_name', surname: 'last_name', familyname: 'last_name', mail: 'email', emailaddress: 'email', telephone: 'phone', phonenumber: 'phone', jobtitle: 'title', position: 'title', url: 'website', value: 'amount', dealvalue: 'amount', expectedclosedate: 'close_date' };

/** The target that a column is probably meant for, by name, label, or what other programs call it. */
export function guessTarget(column: string, targets: readonly ImportTarget[]): string {
  const wanted = plain(column);
  const found = targets.find((target) => [target.key, target.field.name, target.label].some((name) => plain(name) === wanted)) ?? targets.find((target) => target.key === habits[wanted]);
  return found?.key ?? '';
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
