import Supercluster from 'supercluster';

/** Something that has a place: a record, or all records of a country. */
export interface MapItem {
  id: string;
  label: string;
  longitude: number;
  latitude: number;
  /** How many records it stands for. */
  count: number;
}

/** What is drawn as one sign: an item, or several that are near each other. */
export interface MapGroup {
  key: string;
  longitude: number;
  latitude: number;
  count: number;
  items: MapItem[];
}

interface Sum {
  sum: number;
}

type Index = Supercluster<MapItem, Sum>;

/** Signs nearer to each other than that many pixels are one. */
const radius = 44;
const tile = 512;

export function indexOf(items: readonly MapItem[]): Index {
  const index: Index = new Supercluster<MapItem, Sum>({
    radius,
    maxZoom: 24,
    map: ({ count }) => ({ sum: count }),
    reduce: (all, one) => {
      all.sum += one.sum;
    },
  });
  return index.load(items.map((item) => ({ type: 'Feature', properties: item, geometry: { type: 'Point', coordinates: [item.longitude, item.latitude] } })));
}

/** What stands together when the whole world is that many pixels wide. */
export function groupsAt(index: Index, width: number): MapGroup[] {
  const zoom = Math.max(0, Math.floor(Math.log2(width / tile)));
  return index.getClusters([-180, -90, 180, 90], zoom).map(({ properties, geometry }) => {
    const [longitude = 0, latitude = 0] = geometry.coordinates;
    if (!('cluster' in properties)) return { key: properties.id, longitude, latitude, count: properties.count, items: [properties] };
    return { key: `group ${properties.cluster_id}`, longitude, latitude, count: properties.sum, items: index.getLeaves(properties.cluster_id, Infinity).map((leaf) => leaf.properties) };
  });
}
