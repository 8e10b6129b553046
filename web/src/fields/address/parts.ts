import type { Json } from '@/api/types';

export const parts = ['street', 'postal_code', 'city', 'state', 'country'] as const;
export type Part = (typeof parts)[number];
export type Address = Record<string, Json>;

/** The parts of what is stored; nothing of what is no address. */
export const addressOf = (value: Json | undefined): Address => (value && typeof value === 'object' && !Array.isArray(value) ? value : {});

export function textOf(address: Address, part: Part): string {
  const text = address[part];
  return typeof text === 'string' ? text : '';
}
