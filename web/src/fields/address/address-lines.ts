import { useSyncExternalStore } from 'react';
import type { Json } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { type Address, addressOf, parts, textOf } from './parts';

type Lines = (address: Address, locale: string) => string[];

const asStored: Lines = (address) => parts.map((part) => textOf(address, part)).filter(Boolean);
let linesOf = asStored;
let asked = false;
const listeners = new Set<() => void>();

/** How every country writes its addresses comes when the first one is shown. */
async function askForForms(): Promise<void> {
  ({ linesOf } = await import('./address-form'));
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!asked) {
    asked = true;
    // Without the forms the parts stand below each other, which can be read, too.
    askForForms().catch(() => undefined);
  }
  return () => listeners.delete(listener);
}

/** The lines of an address as people write them. */
export function useAddressLines(value: Json): string[] {
  const { locale } = useFormats();
  const lines = useSyncExternalStore(subscribe, () => linesOf);
  return typeof value === 'string' ? [value] : lines(addressOf(value), locale);
}
