import { useSyncExternalStore } from 'react';

/** "+1 202 555 0107" for "+12025550107"; what is no number is shown as it is. */
type Format = (stored: string) => string;

const asStored: Format = (stored) => stored;
let format: Format = asStored;
let asked = false;
const listeners = new Set<() => void>();

/** The plans of all countries' numbers are large, so they come when the first number is shown. */
async function askForPlans(): Promise<void> {
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min');
  const written = (stored: string) => {
    const [number = '', extension] = stored.split(';ext=');
    const spaced = parsePhoneNumberFromString(number)?.formatInternational() ?? number;
    return extension ? `${spaced} ext. ${extension}` : spaced;
  };
  // A list shows the same numbers again and again while one works in it.
  const known = new Map<string, string>();
  format = (stored) => {
    const text = known.get(stored) ?? written(stored);
    if (known.size > 5000) known.clear();
    known.set(stored, text);
    return text;
  };
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!asked) {
    asked = true;
    // Without the plans numbers stay as they are stored, which can be read, too.
    askForPlans().catch(() => undefined);
  }
  return () => listeners.delete(listener);
}

/** A telephone number as people write it. */
export function usePhoneText(stored: string): string {
  return useSyncExternalStore(subscribe, () => format)(stored);
}
