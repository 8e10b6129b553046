import type { Locator, Page } from '@playwright/test';

/** Presses Tab until the focus is there, as somebody without a mouse does. */
export async function tabTo(target: Locator, backwards = false): Promise<void> {
  const page = target.page();
  await target.first().waitFor();
  for (let presses = 0; presses < 250; presses++) {
    if (await target.evaluateAll((elements) => elements.includes(document.activeElement as never))) return;
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`Tab does not lead to ${target.toString()}.`);
}

/** What is wrong with how the focus is shown at a place; empty when nothing is. */
function focusProblem(): string {
  const element = document.activeElement as HTMLElement;
  const told = element.outerHTML.slice(0, 160);
  // A box that is drawn by something beside it shows the focus there.
  const drawn = [element, element.nextElementSibling, element.parentElement, element.parentElement?.parentElement].filter((each) => each instanceof HTMLElement);
  const ringed = drawn.some((each) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
  if (!ringed) return `The focus is not shown: ${told}`;
  const box = element.getBoundingClientRect();
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.2, 0.5, 0.8].map((y) => [box.left + box.width * x, box.top + box.height * y] as const));
  const seen = points.some(([x, y]) => {
    const on = document.elementFromPoint(x, y);
    return on && (element.contains(on) || on.contains(element) || on.closest('label')?.contains(element));
  });
  return seen ? '' : `The focus is out of sight: ${told}`;
}

/** Walks through a page by Tab, at most `most` steps; answers where the focus cannot be seen. */
export async function hiddenFocus(page: Page, most = 60): Promise<string[]> {
  const problems = new Set<string>();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement === document.body || document.activeElement?.tagName === 'IFRAME')) break;
    const problem = await page.evaluate(focusProblem);
    if (problem) problems.add(problem);
  }
  return [...problems];
}

/** Controls and texts that cannot be brought into sight without scrolling the page sideways, and controls that something covers. */
export const outOfReach = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const told = (element: Element, what: string) => `${what}: ${element.outerHTML.slice(0, 160)}`;
    // Where a dialog is open, what lies under it is out of reach on purpose.
    const place = [...document.querySelectorAll('[role="dialog"]')].at(-1) ?? document;
    const controls = [...place.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [role="tab"], [role="option"]')];
    const texts = [...place.querySelectorAll<HTMLElement>('h1, h2, h3, p, label, legend, dt')];
    const problems: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth || document.body.scrollWidth > innerWidth) problems.push('The page is wider than its window.');
    for (const element of [...controls, ...texts]) {
      // What only screen readers meet, and what is not there now.
      if (element.closest('[aria-hidden="true"], [inert]') || !element.checkVisibility({ visibilityProperty: true })) continue;
      element.scrollIntoView({ block: 'center', inline: 'center' });
      const box = element.getBoundingClientRect();
      if (box.width <= 2 || box.height <= 2 || (element.matches('a') && getComputedStyle(element).position === 'fixed')) continue;
      if (box.right > innerWidth + 1 && box.left < 0) continue;
      if (box.left < -1 || box.right > innerWidth + 1) problems.push(told(element, 'beside the window'));
      else if (box.top < -1 || box.top > innerHeight - 8) problems.push(told(element, 'below the window'));
      else if (controls.includes(element)) {
        const points = [0.1, 0.5, 0.9].flatMap((x) => [0.2, 0.5, 0.8].map((y) => document.elementFromPoint(box.left + box.width * x, Math.min(box.top + box.height * y, innerHeight - 1))));
        const seen = points.some((on) => on && (element.contains(on) || on.contains(element) || on.closest('label')?.contains(element)));
        // A list of proposals lies over what follows, and goes when one goes on.
        if (!seen && !points[4]?.closest('[role="listbox"]')) problems.push(`${told(element, 'covered')} by ${points[4]?.outerHTML.slice(0, 80) ?? 'nothing'}`);
      }
    }
    return problems;
  });
