import type { Json } from '@/api/types';

const order = ['street', 'postal_code', 'city', 'state', 'country'] as const;

/** Where an address is on a map. It is opened by whoever presses it: the app itself asks no map for anything. */
export function mapLink(address: Json): string {
  const place = address && typeof address === 'object' && !Array.isArray(address) ? order.map((part) => address[part]).filter(Boolean).join(', ') : String(address);
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}`;
}
