import type { Catalogue } from './catalogue';
import { fieldOf } from './catalogue';
import { type Column, columnsOf } from './columns';
import type { Field, ObjectInfo } from './types';

const most = 3;

/** What tells records of one name apart: whom somebody works for, an address, a place; where there is none, what cards show. */
export function tellingColumns(object: ObjectInfo, catalogue: Catalogue): Column[] {
  const first = (fits: (field: Field) => boolean) => object.fields.find((field) => field.name !== object.name_field && fits(field))?.name;
  const paths = [
    fieldOf(object, 'account_id') ? 'account_id' : fieldOf(object, 'company')?.name,
    first((field) => field.type === 'email') ?? first((field) => field.type === 'url'),
    first((field) => field.component === 'city'),
  ].filter((path) => path !== undefined);
  const shown = paths.length > 0 ? paths : (object.layouts.card?.fields ?? []).filter((path) => path !== object.name_field);
  return columnsOf(shown, object, catalogue).slice(0, most);
}
