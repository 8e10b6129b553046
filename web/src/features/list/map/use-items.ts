import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fieldsToAsk, nameOf } from '@/api/columns';
import { countriesSoql, type Place, pointsQuery } from '@/api/places';
import { soqlQuery } from '@/api/soql';
import type { Filter, ObjectInfo, RecordData } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { countriesOf, type CountryCount } from './countries';
import type { MapItem } from './groups';
import { worldQuery } from './world';

const noRows: RecordData[] = [];

/** Records with coordinates, as far as the map needs them. */
export function usePoints(object: ObjectInfo, place: Place | undefined, filter: Filter | null, sort: string) {
  const points = place?.kind === 'points' ? place : undefined;
  const { data, ...query } = useQuery({ ...pointsQuery({ object: object.name, fields: fieldsToAsk([], object), filter, sort }, points ?? nowhere), enabled: points !== undefined });
  const rows = data?.records ?? noRows;
  const items = useMemo<MapItem[]>(
    () => (points ? rows.map((row) => ({ id: row.id, label: nameOf(row, object), longitude: Number(row[points.longitude]), latitude: Number(row[points.latitude]), count: 1 })) : []),
    [rows, object, points],
  );
  return { ...query, rows, items };
}

const nowhere = { kind: 'points', field: { name: '' } as Place['field'], latitude: '', longitude: '' } as const;

/** The countries of addresses, counted by the server, where each is on the map. */
export function useCountries(object: ObjectInfo, place: Place | undefined, filter: Filter | null) {
  const { locale } = useFormats();
  const countries = place?.kind === 'countries' ? place : undefined;
  const world = useQuery(worldQuery);
  const counted = useQuery({ ...soqlQuery(object.name, countries ? countriesSoql(object, countries) : '', filter), enabled: countries !== undefined, placeholderData: (before) => before });
  const all = useMemo<CountryCount[]>(() => (countries ? countriesOf(counted.data ?? noRows, countries.country) : []), [counted.data, countries]);
  const items = useMemo<MapItem[]>(() => {
    const names = new Intl.DisplayNames([locale], { type: 'region' });
    return all.flatMap(({ code, count }) => {
      const middle = code && world.data?.find((country) => country.code === code)?.middle;
      return code && middle ? [{ id: code, label: names.of(code) ?? code, longitude: middle[0], latitude: middle[1], count }] : [];
    });
  }, [all, world.data, locale]);
  return { all, items, isPending: counted.isPending, error: counted.error ?? world.error, refetch: () => Promise.all([counted.refetch(), world.refetch()]) };
}
