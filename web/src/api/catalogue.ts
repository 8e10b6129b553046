import { type QueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo } from 'react';
import { type Naming, useNaming } from '@/i18n/labels';
import { speakOfOwn } from '@/lib/problem-words';
import { forRoles } from './for-roles';
import { metadataQuery } from './metadata';
import { type Personal, personalQuery } from './personal';
import { meQuery } from './session';
import { ownWords, translated } from './translated';
import type { Field, Me, Metadata, ObjectInfo } from './types';
import { withPersonalViews } from './with-personal-views';

/** The metadata with look-ups by name, built once for each answer of the server. */
export interface Catalogue {
  version: number;
  objects: ObjectInfo[];
  find: (name: string | undefined) => ObjectInfo | undefined;
  /** The object that a record id belongs to: its first three characters say so. */
  objectOfId: (id: string) => ObjectInfo | undefined;
}

function toCatalogue({ version, objects }: Metadata): Catalogue {
  const byName = new Map(objects.map((object) => [object.name, object]));
  const byPrefix = new Map(objects.map((object) => [object.prefix, object]));
  return {
    version,
    objects,
    find: (name) => (name ? byName.get(name) : undefined),
    objectOfId: (id) => byPrefix.get(id.slice(0, 3)),
  };
}

const made = new WeakMap<Metadata, Map<Naming, Catalogue>>();

/** One catalogue for each answer and language, whoever asks. */
function catalogueIn(metadata: Metadata, naming: Naming): Catalogue {
  const known = made.get(metadata) ?? new Map<Naming, Catalogue>();
  made.set(metadata, known);
  const catalogue = known.get(naming) ?? toCatalogue(translated(metadata, naming));
  known.set(naming, catalogue);
  return catalogue;
}

const declared: Naming = { locale: '', labels: {} };

/** What every part of a screen asks for: who is there, and what there is. */
export interface Known {
  me: Me;
  catalogue: Catalogue;
  declared: Catalogue;
  personal: Personal;
}

/** Asked for once, above everything: hundreds of cells that each asked for themselves would be most of what drawing a list costs. */
export const KnownContext = createContext<Known | undefined>(undefined);

/** Waits for all; the nearest Suspense shows a skeleton meanwhile. */
export function useAskKnown(): Known {
  const naming = useNaming();
  const metadata = useSuspenseQuery(metadataQuery).data;
  const me = useSuspenseQuery(meQuery).data;
  const personal = useSuspenseQuery(personalQuery).data;
  const { list_views: views, list_view_orders: orders } = personal;
  const catalogue = useMemo(() => toCatalogue(withPersonalViews(forRoles(catalogueIn(metadata, naming), me.roles), views, orders)), [metadata, naming, me.roles, views, orders]);
  useEffect(() => speakOfOwn(ownWords(metadata, naming.locale)), [metadata, naming]);
  return useMemo(() => ({ me, catalogue, declared: catalogueIn(metadata, declared), personal }), [me, catalogue, metadata, personal]);
}

/** The same before anything is drawn, with labels as they were declared: for asking early for what a page will show. */
export async function knownTo(queries: QueryClient): Promise<Pick<Known, 'me' | 'catalogue'>> {
  const [metadata, me, personal] = await Promise.all([queries.ensureQueryData(metadataQuery), queries.ensureQueryData(meQuery), queries.ensureQueryData(personalQuery)]);
  return { me, catalogue: toCatalogue(withPersonalViews(forRoles(catalogueIn(metadata, declared), me.roles), personal.list_views, personal.list_view_orders)) };
}

/** The time zone that a person's days and hours are told in. */
export const timeZoneOf = (me: Me): string => me.user.time_zone || me.organization.time_zone || 'UTC';

function useKnown(): Known {
  const known = useContext(KnownContext);
  if (!known) throw new Error('This is drawn outside of the frame, which knows the catalogue.');
  return known;
}

/** What the one who is logged in has arranged. */
export const usePersonal = (): Personal => useKnown().personal;

/** Labels are in the person's language, layouts those of the person's role; the list views are those that the person sees, in the person's order. */
export const useCatalogue = (): Catalogue => useKnown().catalogue;

/** The catalogue with labels as they were declared: for those who change them. */
export const useDeclaredCatalogue = (): Catalogue => useKnown().declared;

/** Who is logged in. */
export const useMe = (): Me => useKnown().me;

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
