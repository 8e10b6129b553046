import { expect, it } from 'vitest';
import { gestureOf, swiped } from './swipe';

it('tells a press, a scroll and a swipe apart', () => {
  expect([gestureOf(4, -5), gestureOf(8, 40), gestureOf(30, 12), gestureOf(-30, 28)]).toEqual(['press', 'scroll', 'swipe', 'scroll']);
});

it('holds when it is far enough, and follows the direction of the line', () => {
  expect([swiped(60, false), swiped(90, false), swiped(-90, false), swiped(90, true)]).toEqual([undefined, 'end', 'start', 'start']);
});
