import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import { allOf } from './filter';
import { recordsKey } from './records';
import type { Field, Filter, ObjectInfo, RecordData, RecordPage } from './types';

/** What says where a record is: coordinates, or only the country of an address. */
export type Place = { kind: 'points'; field: Field; latitude: string; longitude: string } | { kind: 'countries'; field: Field; country: string };

/** What of an object can be shown on a map; coordinates first, which say more. */
export function placesOf(object: ObjectInfo): Place[] {
  const part = (field: Field, component: string) => object.fields.find((each) => each.component_of === field.name && each.component === component)?.name;
  const places = object.fields.map((field): Place | undefined => {
    if (field.type === 'geolocation') {
      const [latitude, longitude] = [part(field, 'latitude'), part(field, 'longitude')];
      return latitude && longitude ? { kind: 'points', field, latitude, longitude } : undefined;
    }
    const country = field.type === 'address' ? part(field, 'country') : undefined;
    return country ? { kind: 'countries', field, country } : undefined;
  });
  return places.filter((place) => place !== undefined).toSorted((one, other) => Number(other.kind === 'points') - Number(one.kind === 'points'));
}

/** More points than that tell nobody anything; the filter brings them down. */
export const mostPoints = 20_000;
const pageSize = 2000;

/** Records with coordinates that a list finds, with these fields; the first ones where there are very many. */
export const pointsQuery = (object: string, place: Place & { kind: 'points' }, fields: readonly string[], filter: Filter | null, sort: string) =>
  queryOptions({
    queryKey: [...recordsKey(object), 'points', place.field.name, fields, filter, sort] as const,
    queryFn: async ({ signal }) => {
      const asked = allOf([filter, { field: place.latitude, op: 'is_not_empty' }, { field: place.longitude, op: 'is_not_empty' }]);
      const records: RecordData[] = [];
      let cursor: string | undefined;
      do {
        const page: RecordPage = await request<RecordPage>(`/records/${object}`, { query: { fields: [...fields, place.latitude, place.longitude].join(','), filter: JSON.stringify(asked), sort: sort || undefined, limit: pageSize, cursor }, signal });
        records.push(...page.records);
        cursor = page.next ?? undefined;
      } while (cursor && records.length < mostPoints);
      return records;
    },
    staleTime: 30_000,
  });

/** How many records there are in each country, as it is written. */
export const countriesSoql = (object: ObjectInfo, place: Place & { kind: 'countries' }) => `SELECT ${place.country}, COUNT(id) n FROM ${object.name} GROUP BY ${place.country}`;
