import { type Catalogue, fieldOf, isReference } from '@/api/catalogue';
import { pictureNeededBy } from '@/api/pictures';
import type { Field, ObjectInfo } from '@/api/types';

/** The fields of a card by the place that they have on it. */
export interface CardFields {
  /** Under the name, with the avatar of what is referred to. */
  references: Field[];
  amount?: Field;
  /** At the end of the last line. */
  date?: Field;
  owner?: Field;
  /** Under everything else that is told of the record. */
  tags?: Field;
  others: Field[];
  /** Everything to ask for. */
  ask: string[];
}

const tagsOf = (fields: readonly Field[]): Field | undefined => fields.find((field) => field.type === 'tags');

/** The fields that a view chose for its cards, else those of the object's card layout, and its tags. */
export function cardLayout(object: ObjectInfo, chosen: readonly string[]): readonly string[] {
  if (chosen.length > 0) return chosen;
  const laid = object.layouts.card?.fields ?? object.fields.filter((field) => field.required).map((field) => field.name);
  return [...new Set([...laid, ...[tagsOf(object.fields)].flatMap((tags) => tags?.name ?? [])])];
}

/** Sorts the fields of a card into places: names first, then the amount, the date and the owner at the foot. */
export function cardFields(object: ObjectInfo, catalogue: Catalogue, chosen: readonly string[]): CardFields {
  const fields = cardLayout(object, chosen).filter((name) => name !== object.name_field).map((name) => fieldOf(object, name)).filter((field) => field !== undefined);
  const owner = fields.find((field) => field.name === 'owner_id');
  const amount = fields.find((field) => field.type === 'currency');
  const date = fields.find((field) => field.type === 'date' || field.type === 'datetime');
  const references = fields.filter((field) => isReference(field) && field !== owner);
  const tags = tagsOf(fields);
  const others = fields.filter((field) => ![owner, amount, date, tags, ...references].includes(field));
  const known = ['version', object.name_field, 'currency_code', 'stage_changed_at', 'loss_reason', 'competitor', 'loss_note', amount ? `${amount.name}_base` : ''].filter((name) => fieldOf(object, name));
  const named = fields.filter((field) => isReference(field) && field.targets?.length === 1).flatMap((field) => [`${field.relation}.name`, ...pictureNeededBy(field, catalogue)]);
  return { references, amount, date, owner, tags, others, ask: [...new Set(['id', ...known, ...fields.map((field) => field.name), ...named])] };
}
