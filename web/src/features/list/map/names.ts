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

/** The signs whose names are told: where two would lie over each other, only that of the larger one; none lies over another sign. */
export function namedSigns(signs: readonly Sign[], sizeOf: (sign: Sign) => number, nameOf: (sign: Sign) => string): Sign[] {
  const discs = signs.map((sign) => ({ sign, box: { left: sign.x - sizeOf(sign), right: sign.x + sizeOf(sign), top: sign.y - sizeOf(sign), bottom: sign.y + sizeOf(sign) } }));
  const taken: Box[] = [];
  return signs
    .filter(({ items }) => items.length === 1)
    .toSorted((one, other) => other.count - one.count)
    .filter((sign) => {
      const left = sign.x + sizeOf(sign) + nameGap;
      const box = { left, right: left + letter * nameOf(sign).length, top: sign.y - line / 2, bottom: sign.y + line / 2 };
      if (taken.some((other) => overlap(box, other)) || discs.some((disc) => disc.sign !== sign && overlap(box, disc.box))) return false;
      taken.push(box);
      return true;
    });
}
