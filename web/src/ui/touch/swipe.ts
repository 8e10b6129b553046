export type Direction = 'start' | 'end';

/** From where on a swipe holds when the finger is lifted. */
export const holdsFrom = 72;
/** How far a finger may stray while it rests, and before it is known which way it goes. */
export const slack = 10;

/** What a movement of the finger is: still a press, a scroll, or a swipe towards the end or the start of the line. */
export function gestureOf(x: number, y: number): 'press' | 'scroll' | 'swipe' {
  if (Math.hypot(x, y) < slack) return 'press';
  return Math.abs(x) > Math.abs(y) * 1.2 ? 'swipe' : 'scroll';
}

/** Which way a swipe of so many pixels to the right goes, once it is far enough; lines that run to the left turn it around. */
export function swiped(x: number, leftward: boolean): Direction | undefined {
  if (Math.abs(x) < holdsFrom) return undefined;
  return x > 0 === leftward ? 'start' : 'end';
}
