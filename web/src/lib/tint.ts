export const tints = ['stone', 'sky', 'petrol', 'violet', 'plum', 'amber', 'green', 'clay'] as const;
export type Tint = (typeof tints)[number];

/** The same tint for the same text, on every screen and every day. */
export function tintOf(text: string): Tint {
  let hash = 0;
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return tints[hash % tints.length] ?? 'stone';
}

export function isTint(text: unknown): text is Tint {
  return tints.includes(text as Tint);
}
