import type { Json } from '@/api/types';
import { addressOf, parts, textOf } from './parts';

/** Where an address is on a map. It is opened by whoever presses it: the app itself asks no map for anything. */
export function mapLink(value: Json): string {
  const address = addressOf(value);
  const place = typeof value === 'string' ? value : parts.map((part) => textOf(address, part)).filter(Boolean).join(', ');
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}`;
}
