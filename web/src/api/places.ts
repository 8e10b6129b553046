import { allOf } from './filter';
import type { ListRequest } from './list-request';
import { firstRecordsQuery } from './records';
import type { Field, ObjectInfo } from './types';

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
/** Records with coordinates that a list finds; the first ones where there are very many. */
export const pointsQuery = (list: ListRequest, { latitude, longitude }: Place & { kind: 'points' }) =>
  firstRecordsQuery({ ...list, fields: [...list.fields, latitude, longitude], filter: allOf([list.filter, { field: latitude, op: 'is_not_empty' }, { field: longitude, op: 'is_not_empty' }]) }, mostPoints);

/** How many records there are in each country, as it is written. */
export const countriesSoql = (object: ObjectInfo, place: Place & { kind: 'countries' }) => `SELECT ${place.country}, COUNT(id) n FROM ${object.name} GROUP BY ${place.country}`;
