import type { Catalogue } from '@/api/catalogue';
import { isReference } from '@/api/catalogue';
import { type Column, columnOf } from '@/api/columns';
import type { ObjectInfo } from '@/api/types';
import { kitOf } from '../field-kits';

const hiddenShapes = new Set(['compound', 'opaque']);

/** Fields of an object, and of the records that it refers to, that a filter may ask about. */
export function filterableColumns(object: ObjectInfo, catalogue: Catalogue): Column[] {
  const own = object.fields.filter((field) => !hiddenShapes.has(field.shape) && field.name !== 'version' && kitOf(field).operators.length > 0);
  const related = object.fields
    .filter((field) => isReference(field) && field.targets?.length === 1 && !field.system)
    .flatMap((field) => {
      const target = catalogue.find(field.targets?.[0]);
      return (target?.fields ?? []).filter((each) => !each.system && !hiddenShapes.has(each.shape) && !isReference(each) && each.name !== target?.name_field).map((each) => `${field.relation}.${each.name}`);
    });
  return [...own.map((field) => field.name), ...related].map((path) => columnOf(path, object, catalogue)).filter((column) => column !== undefined);
}

/** Fields that a list may show as columns: everything that has a value of its own. */
export function columnChoices(object: ObjectInfo, catalogue: Catalogue): Column[] {
  return object.fields.filter((field) => field.name !== 'version' && field.name !== 'id').map((field) => columnOf(field.name, object, catalogue)).filter((column) => column !== undefined);
}
