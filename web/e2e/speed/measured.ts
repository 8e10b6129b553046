import type { Page } from '@playwright/test';
import { test } from '../test.ts';

export interface Measured {
  what: string;
  value: number;
  goal: number;
  unit: string;
  /** The goal is the least that is wanted, not the most. */
  least?: boolean;
}

/** Puts a line into the table. */
export function tell(measured: Measured): void {
  test.info().annotations.push({ type: 'measured', description: JSON.stringify(measured) });
}

export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN;
}

export const p95 = (values: readonly number[]) => percentile(values, 0.95);

/** What is awaited. */
export interface Arrival {
  selector: string;
  /** What the element says. */
  text?: string;
  /** What the address says by then. */
  address?: string;
  /** What begins it, when it is neither a press of the mouse nor of a key. */
  event?: string;
}

/**
 * Milliseconds from an act until what it leads to has been painted. Both are looked at inside the page, because a driver outside
 * would measure itself.
 */
export async function millisecondsUntil(page: Page, arrival: Arrival, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(({ selector, text = '', address = '', event }) => {
    const arrived = () => decodeURIComponent(location.search).includes(address) && [...document.querySelectorAll(selector)].some((element) => element.textContent?.includes(text));
    const acts = event ? [event] : ['pointerdown', 'keydown'];
    const painted = new Promise<number>((resolve) => {
      const begin = ({ timeStamp }: Event) => {
        acts.forEach((name) => window.removeEventListener(name, begin, true));
        const look = () => {
          if (!arrived()) return requestAnimationFrame(look);
          // The frame is drawn after its callbacks: a message is handled when it has been.
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now() - timeStamp);
          channel.port2.postMessage(null);
        };
        requestAnimationFrame(look);
      };
      acts.forEach((name) => window.addEventListener(name, begin, true));
    });
    Object.assign(window, { painted });
  }, arrival);
  await act();
  return page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted);
}
