import type { Tint } from './tint';

const order: readonly Tint[] = ['stone', 'sky', 'violet', 'petrol', 'amber', 'plum', 'green', 'clay'];

/** The tint of the stage at that place of its pipeline. */
export function stageTint(index: number): Tint {
  return order[index % order.length] ?? 'stone';
}
