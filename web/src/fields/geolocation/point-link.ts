import type { Json } from '@/api/types';

/** Where a point is on a map; undefined when it is none. */
export function pointLink(point: Json): string | undefined {
  if (!point || typeof point !== 'object' || Array.isArray(point)) return undefined;
  const [latitude, longitude] = [Number(point.latitude), Number(point.longitude)];
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=15/${latitude}/${longitude}`;
}
