import type { TextValues } from './use-text';

const [begin, end] = ['\u2068', '\u2069'];

/**
 * Names within a sentence that runs from right to left, set apart from it: "Ada (Acme)" keeps its brackets where they belong.
 *
 * What a message chooses its words by, and what a tag of it stands around, stays as it is.
 */
export function isolated(message: string, values: TextValues): TextValues {
  const isName = (key: string, value: TextValues[string]) => typeof value === 'string' && message.includes(`{${key}}`) && !message.includes(`{${key},`);
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, isName(key, value) ? `${begin}${String(value)}${end}` : value]));
}
