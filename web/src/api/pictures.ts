import type { Catalogue } from './catalogue';
import { contentUrl } from './files';
import type { Field, Json, ObjectInfo, RecordData } from './types';

// What the relation to a picture is called, standard objects' and others'; the first that an object has is its picture.
const names = ['photo', 'picture', 'logo', 'image'];

/** Whether that is what a field of a picture is called. */
export const isPictureName = (name: string) => names.some((each) => name === `${each}_id`);

const known = new WeakMap<ObjectInfo, Field | null>();

/** The field that refers to the picture of a record: the one called photo, picture, logo or image. */
export function pictureFieldOf(object: ObjectInfo | undefined): Field | undefined {
  if (!object) return undefined;
  let field = known.get(object);
  if (field === undefined) {
    const called = (name: string) => object.fields.find((each) => each.type === 'file' && each.relation?.toLowerCase() === name);
    field = names.map(called).find((each) => each !== undefined) ?? null;
    known.set(object, field);
  }
  return field ?? undefined;
}

/** What to ask for besides the name of a record that `field` refers to, so that its picture can be shown: "account.logo_id". */
export function pictureNeededBy(field: Field, catalogue: Catalogue): string[] {
  const picture = field.targets?.length === 1 && field.targets[0] !== 'file' ? pictureFieldOf(catalogue.find(field.targets[0])) : undefined;
  return picture ? [`${field.relation}.${picture.name}`] : [];
}

/** Whether its records are people, who are shown round. */
export const isPerson = (object: ObjectInfo | undefined) => object?.fields.some((field) => field.name === 'last_name') ?? false;

const idIn = (value: Json | undefined) => (typeof value === 'string' && value !== '' ? value : undefined);

/** The file with the picture of a record, when there is one and it was asked for. */
export function pictureOf(record: RecordData, object: ObjectInfo | undefined): string | undefined {
  const field = pictureFieldOf(object);
  return field && idIn(record[field.name]);
}

/** The same of the record that `field` refers to. */
export function relatedPicture(record: RecordData, field: Field, target: ObjectInfo | undefined): string | undefined {
  const picture = pictureFieldOf(target);
  const related = field.relation ? record[field.relation] : null;
  return picture && related && typeof related === 'object' && !Array.isArray(related) ? idIn(related[picture.name]) : undefined;
}

/** Where the picture itself is. */
export const pictureUrl = (file: string | undefined) => (file ? contentUrl(file) : undefined);
