import { useElementSize } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { failureOf } from '@/api/api-error';
import { allOf } from '@/api/filter';
import { mostPoints, placesOf } from '@/api/places';
import type { Filter, ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Note } from '@/ui/note/note';
import { EmptyState } from '@/ui/state/empty-state';
import { ErrorState } from '@/ui/state/error-state';
import type { ListSearch } from '../list-view';
import { CountryList } from './country-list';
import { MapAside } from './map-aside';
import { PointList } from './point-list';
import { useCountries, usePoints } from './use-items';
import { type Sign, useMapView } from './use-map-view';
import { WorldMap } from './world-map';
import styles from './map.module.css';

export interface RecordMapProps {
  object: ObjectInfo;
  /** Which records are shown. */
  asked: Filter | null;
  sort: string;
  /** How many records the list finds; undefined while they are counted. */
  total: number | undefined;
  /** The field that says where a record is; the object's first one when absent. */
  place: string | undefined;
  onChange: (search: Partial<ListSearch>) => void;
}

/** Records where they are, or how many there are in each country; beside it a list that says the same. */
export function RecordMap({ object, asked, sort, total, place: wanted, onChange }: RecordMapProps) {
  const t = useText();
  const navigate = useNavigate({ from: '/o/$object' });
  const { ref, width, height } = useElementSize();
  const places = useMemo(() => placesOf(object), [object]);
  const place = places.find(({ field }) => field.name === wanted) ?? places[0];
  const points = usePoints(object, place, asked, sort);
  const countries = useCountries(object, place, asked);
  const shown = place?.kind === 'points' ? points : countries;
  const { surface, transform, projection, signs, atNearest, fit, nearer, farther, onKeyDown } = useMapView(shown.items, width, height);
  const filled = useMemo(() => new Set(countries.items.map(({ id }) => id)), [countries.items]);

  // What was found is brought into sight, once for each thing that is asked.
  const fitted = useRef('');
  const question = JSON.stringify([place?.field.name, asked]);
  useEffect(() => {
    if (width === 0 || shown.items.length === 0 || fitted.current === question) return;
    fitted.current = question;
    fit(shown.items);
  });

  if (!place) return <EmptyState title={t('map.no_place')} text={t('map.no_place_text')} />;
  if (shown.error) return <ErrorState title={t('list.failed', { objects: object.plural_label })} {...failureOf(shown.error)} onRetry={() => void shown.refetch()} />;

  const openList = (condition: Filter) => void navigate({ search: (before) => ({ ...before, as: 'table', place: undefined, filter: allOf([asked, condition]) ?? undefined }) });
  const openCountry = (written: readonly string[]) => place.kind === 'countries' && openList(written.length > 0 ? { field: place.country, op: 'in', value: [...written] } : { field: place.country, op: 'is_empty' });
  function press(sign: Sign) {
    const [first] = sign.items;
    if (sign.items.length > 1 && !atNearest) fit(sign.items);
    else if (place?.kind === 'countries') openCountry(countries.all.filter(({ code }) => sign.items.some(({ id }) => id === code)).flatMap(({ written }) => written));
    else if (sign.items.length > 1) openList({ field: 'id', op: 'in', value: sign.items.map(({ id }) => id) });
    else if (first) void navigate({ search: (before) => ({ ...before, peek: first.id }), replace: true });
  }
  const inSight = new Set(signs.flatMap(({ items }) => items.map(({ id }) => id)));
  const nameOf = ({ items }: Sign) => items.slice(0, 4).map(({ label }) => label).join(', ') + (items.length > 4 ? '…' : '');
  return (
    <div className={styles.page}>
      <div ref={ref} className={styles.sheet}>
        <WorldMap
          surface={surface}
          projection={projection}
          transform={transform}
          width={width}
          signs={signs}
          filled={filled}
          nameOf={nameOf}
          counts={place.kind === 'countries'}
          onPress={press}
          onKeyDown={onKeyDown}
          onNearer={nearer}
          onFarther={farther}
          onFit={() => fit(shown.items)}
        />
      </div>
      <MapAside places={places} place={place} onPlace={(name) => onChange({ place: name === places[0]?.field.name ? undefined : name })}>
        {points.rows.length >= mostPoints && <Note kind="warning">{t('map.too_many', { count: mostPoints })}</Note>}
        {place.kind === 'countries' ? (
          <CountryList countries={countries.all} known={filled} busy={countries.isPending} onOpen={openCountry} />
        ) : (
          <PointList object={object} rows={points.rows} inSight={inSight} total={total} busy={points.isPending} />
        )}
      </MapAside>
    </div>
  );
}
