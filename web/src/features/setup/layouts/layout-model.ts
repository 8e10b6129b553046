import type { DetailLayout, DetailSection, FieldList, Filter, LayoutKind, ObjectInfo } from '@/api/types';
import { finishedFilter } from '@/fields/filter/filter-model';
import type { Translations } from '@/lib/translations';

/** A place that fields are dropped into. */
export interface Place {
  id: string;
  /** Sections have a name of their own; other places are named by the page. */
  label?: string;
  /** The name in other languages. */
  translations?: Translations;
  /** For which records it is shown. */
  condition?: Filter;
  fields: string[];
}

export const unused = 'unused';
export const highlights = 'highlights';

/** The fields that a layout may show, in the object's order. */
export function placeable(object: ObjectInfo, kind: LayoutKind): string[] {
  return object.fields.filter((field) => !field.component_of && field.name !== 'id' && field.name !== 'version' && field.name !== 'deleted_at' && (kind !== 'create' || !(field.read_only || field.system) || field.name === 'owner_id')).map((field) => field.name);
}

let made = 0;
/** Names sections while they are edited: their labels may repeat and change. */
export const newSection = (label: string): Place => ({ id: `section-${(made += 1)}`, label, fields: [] });

/** A layout as places, what it does not show among them: one for some roles, or the general one of its kind. */
export function placesOf(object: ObjectInfo, kind: LayoutKind, laid: Partial<DetailLayout & FieldList> = object.layouts[kind] ?? {}): Place[] {
  const places: Place[] =
    kind === 'detail'
      ? [{ id: highlights, fields: laid.highlights ?? [] }, ...(laid.sections ?? []).map((section) => ({ ...newSection(section.label), ...section }))]
      : [{ id: kind, fields: laid.fields ?? [] }];
  const shown = new Set(places.filter((place) => place.id !== highlights).flatMap((place) => place.fields));
  return [...places, { id: unused, fields: placeable(object, kind).filter((name) => !shown.has(name)) }];
}

/** A section as the server keeps it: of its condition, what is finished. */
export function sectionOf({ label = '', translations, condition, fields }: Place): DetailSection {
  const finished = finishedFilter(condition ?? null);
  return { label, ...(translations ? { translations } : {}), ...(finished ? { condition: finished } : {}), fields };
}

/** The layout that these places make, as the server keeps it. `related` stays what it was. */
export function layoutOf(places: readonly Place[], kind: LayoutKind, related: string[]): DetailLayout | FieldList {
  if (kind !== 'detail') return { fields: places.find((place) => place.id === kind)?.fields ?? [] };
  return {
    sections: places.filter((place) => place.label !== undefined).map(sectionOf),
    highlights: places.find((place) => place.id === highlights)?.fields ?? [],
    related,
  };
}

/** Puts a field before another one (or at the end) of a place. Highlights repeat what a section shows, so a field that goes there also stays. */
export function placed(places: readonly Place[], field: string, from: string, to: string, before?: string): Place[] {
  if (from === to && before === field) return [...places];
  const copies = to === highlights && from !== highlights;
  const leaves = from === highlights && to !== highlights;
  return places.map((place) => {
    let fields = place.fields;
    if (place.id === from && !copies) fields = fields.filter((name) => name !== field);
    // What is taken off the highlights is in its section still, or among the unused.
    if (place.id === to && !leaves) {
      fields = fields.filter((name) => name !== field);
      const at = before === undefined ? -1 : fields.indexOf(before);
      fields = at < 0 ? [...fields, field] : fields.toSpliced(at, 0, field);
    }
    return { ...place, fields };
  });
}

/** The neighbour in front of which a field stands after one step up or down its place. */
export function stepped(place: Place, field: string, step: -1 | 1): string[] {
  const at = place.fields.indexOf(field);
  const to = at + step;
  if (at < 0 || to < 0 || to >= place.fields.length) return place.fields;
  return place.fields.toSpliced(at, 1).toSpliced(to, 0, field);
}
