import { settled } from '../accessibility.ts';
import { tabTo } from '../reach.ts';
import { expect, test } from '../test.ts';

test.describe('whoever chose the colours of their screen', () => {
  test.use({ forcedColors: 'active' });

  test('sees what floats, what is chosen and where the focus is', async ({ page, app }) => {
    const list = await app.openList('contact');
    const line = (what: string) => page.locator(what).first().evaluate((element) => getComputedStyle(element).outlineStyle);
    await list.table.getByRole('checkbox', { name: /^Select / }).nth(1).check({ force: true });
    expect(await line('[role="grid"] [aria-selected="true"]')).toBe('solid');
    expect(await line('[role="grid"] [aria-selected="false"]')).toBe('none');
    expect(await line('nav [aria-current="page"]')).toBe('solid');
    await tabTo(page.getByRole('button', { name: 'Filter', exact: true }), true);
    expect(await line(':focus-visible')).toBe('solid');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await line('[role="dialog"]')).toBe('solid');
  });
});

test.describe('whoever wants nothing to move', () => {
  test.use({ reducedMotion: 'reduce' });

  test('sees nothing move', async ({ page, app }) => {
    await app.openBoard();
    await page.keyboard.press('c');
    await page.getByRole('dialog').waitFor();
    await settled(page);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        return animationName !== 'none' || scrollBehavior === 'smooth' || transitionDuration.split(', ').some((duration) => parseFloat(duration) > 0);
      }).length,
    );
    expect(moving).toBe(0);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});
