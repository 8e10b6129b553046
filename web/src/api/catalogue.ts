import { useSuspenseQuery } from '@tanstack/react-query';
import { type Labels, useLabels } from '@/i18n/labels';
import { metadataQuery } from './metadata';
import { meQuery } from './session';
import { translated } from './translated';
import type { Field, Me, Metadata, ObjectInfo } from './types';

/** The metadata with look-ups by name, built once for each answer of the server. */
export interface Catalogue {
  version: number;
  objects: ObjectInfo[];
  find: (name: string | undefined) => ObjectInfo | undefined;
  /** The object that a record id belongs to: its first three characters say so. */
  objectOfId: (id: string) => ObjectInfo | undefined;
}

function toCatalogue(metadata: Metadata): Catalogue {
  const byName = new Map(metadata.objects.map((object) => [object.name, object]));
  const byPrefix = new Map(metadata.objects.map((object) => [object.prefix, object]));
  return {
    version: metadata.version,
    objects: metadata.objects,
    find: (name) => (name ? byName.get(name) : undefined),
    objectOfId: (id) => byPrefix.get(id.slice(0, 3)),
  };
}

const made = new WeakMap<Metadata, Map<Labels, Catalogue>>();

/** One catalogue for each answer and language, whoever asks. */
function catalogueIn(metadata: Metadata, labels: Labels): Catalogue {
  const known = made.get(metadata) ?? new Map<Labels, Catalogue>();
  made.set(metadata, known);
  const catalogue = known.get(labels) ?? toCatalogue(translated(metadata, labels));
  known.set(labels, catalogue);
  return catalogue;
}

/** Waits for the catalogue; the nearest Suspense shows a skeleton meanwhile. Standard labels are in the person's language. */
export function useCatalogue(): Catalogue {
  const labels = useLabels();
  return catalogueIn(useSuspenseQuery(metadataQuery).data, labels);
}

const declared: Labels = {};

/** The catalogue with labels as they were declared: for those who change them. */
export function useDeclaredCatalogue(): Catalogue {
  return catalogueIn(useSuspenseQuery(metadataQuery).data, declared);
}

/** Who is logged in; only below the frame, which asks first. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

export type Right = 'create' | 'read' | 'update' | 'delete';

export function allowed(me: Me, object: string, right: Right): boolean {
  return me.objects[object]?.[right] ?? me.administrator;
}

const fieldsByName = new WeakMap<ObjectInfo, Map<string, Field>>();

export function fieldOf(object: ObjectInfo, name: string): Field | undefined {
  let fields = fieldsByName.get(object);
  if (!fields) {
    fields = new Map(object.fields.map((field) => [field.name, field]));
    fieldsByName.set(object, fields);
  }
  return fields.get(name);
}

export const isReference = (field: Field) => field.relation !== undefined && field.relation !== '';

/** Objects that people work with, in the order of the menu: those that are neither settings nor only links. */
export function menuObjects(catalogue: Catalogue, me: Me): ObjectInfo[] {
  return catalogue.objects.filter((object) => !object.hidden && !object.administrative && allowed(me, object.name, 'read'));
}
