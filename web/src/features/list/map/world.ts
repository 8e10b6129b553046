import { queryOptions } from '@tanstack/react-query';
import { geoArea, geoCentroid } from 'd3-geo';
import type { Feature, GeoJsonProperties, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json?url';
import { codeOfNumber } from '@/lib/country-codes';

export interface Country {
  /** Unique on the map; disputed places have no code. */
  id: string;
  /** Two letters. */
  code: string | undefined;
  shape: Feature<Polygon | MultiPolygon, GeoJsonProperties>;
  /** Where its sign stands: in the middle of its largest part. */
  middle: [number, number];
}

const onePart = (coordinates: Position[][]): Polygon => ({ type: 'Polygon', coordinates });

function middleOf(shape: Polygon | MultiPolygon): [number, number] {
  const parts = shape.type === 'Polygon' ? [shape] : shape.coordinates.map(onePart);
  return geoCentroid(parts.reduce((largest, part) => (geoArea(part) > geoArea(largest) ? part : largest)));
}

async function loadWorld(signal: AbortSignal): Promise<Country[]> {
  const answer = await fetch(atlas, { signal });
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
  const topology = (await answer.json()) as Topology<{ countries: GeometryCollection }>;
  return feature(topology, topology.objects.countries).features.map((each, index) => {
    const shape = each as Country['shape'];
    return { id: `${String(each.id)} ${index}`, code: codeOfNumber(String(each.id)), shape, middle: middleOf(shape.geometry) };
  });
}

/** The outlines of all countries. They come with the app: no server but its own is told what one looks at. */
export const worldQuery = queryOptions({ queryKey: ['world'], queryFn: ({ signal }) => loadWorld(signal), staleTime: Infinity, gcTime: Infinity });
