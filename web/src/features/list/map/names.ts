import type { Sign } from './use-map-view';

/** Pixels of a letter and of a line, as names are drawn on the map. */
const letter = 6.2;
const line = 15;
/** Between a sign and its name. */
export const nameGap = 5;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const overlap = (one: Box, other: Box) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

export interface NamedSign {
  sign: Sign;
  /** Its name stands before it, as behind it there is no room. */
  before: boolean;
}

/**
 * The signs whose names are told on a map of that width: where two would lie over each other, only that of the larger one;
 * none lies over another sign, and none is cut at an edge.
 */
export function namedSigns(signs: readonly Sign[], width: number, sizeOf: (sign: Sign) => number, nameOf: (sign: Sign) => string): NamedSign[] {
  const discs = signs.map((sign) => ({ sign, box: { left: sign.x - sizeOf(sign), right: sign.x + sizeOf(sign), top: sign.y - sizeOf(sign), bottom: sign.y + sizeOf(sign) } }));
  const taken: Box[] = [];
  function placed(sign: Sign, before: boolean): NamedSign | undefined {
    const [away, long] = [sizeOf(sign) + nameGap, letter * nameOf(sign).length];
    const left = before ? sign.x - away - long : sign.x + away;
    const box = { left, right: left + long, top: sign.y - line / 2, bottom: sign.y + line / 2 };
    const free = box.left >= 0 && box.right <= width && !taken.some((other) => overlap(box, other)) && !discs.some((disc) => disc.sign !== sign && overlap(box, disc.box));
    if (!free) return undefined;
    taken.push(box);
    return { sign, before };
  }
  return signs
    .filter(({ items }) => items.length === 1)
    .toSorted((one, other) => other.count - one.count)
    .flatMap((sign) => placed(sign, false) ?? placed(sign, true) ?? []);
}
