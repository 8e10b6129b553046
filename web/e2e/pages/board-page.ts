import type { Locator, Page } from '@playwright/test';
import { RecordPage } from './record-page.ts';

export class BoardPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async ready(): Promise<BoardPage> {
    await this.page.getByRole('article').first().waitFor();
    // The totals of the columns come on their own.
    await this.page.getByTitle('Total').first().waitFor({ state: 'attached' });
    return this;
  }

  column(name: string): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^${name}, `) });
  }

  card(name: string, column?: string): Locator {
    const place = column ? this.column(column) : this.page;
    return place.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name, exact: true }) });
  }

  /** Cards and total of a column, as its head says them. */
  async figures(name: string): Promise<{ count: number; total: number }> {
    const label = (await this.column(name).getAttribute('aria-label')) ?? '';
    const total = await this.column(name).getByTitle('Total').innerText();
    return { count: Number(/, ([\d,.]+) /.exec(label)?.[1]?.replace(/\D/g, '')), total: Number(total.replace(/[^\d-]/g, '')) };
  }

  /** Carries a card with the mouse to the middle of a column, and lets go only when `drop`. */
  async drag(name: string, to: Locator, drop = true): Promise<void> {
    const from = await this.card(name).boundingBox();
    const target = await to.boundingBox();
    if (!from || !target) throw new Error('The card or its target is not in sight.');
    await this.page.mouse.move(from.x + from.width / 2, from.y + from.height - 8);
    await this.page.mouse.down();
    await this.page.mouse.move(from.x + from.width / 2 + 12, from.y + from.height - 8, { steps: 3 });
    await this.page.mouse.move(target.x + target.width / 2, target.y + Math.min(target.height / 2, 160), { steps: 8 });
    if (drop) await this.page.mouse.up();
  }

  async drop(): Promise<void> {
    await this.page.mouse.up();
  }

  async moveByMenu(name: string, to: string): Promise<void> {
    await this.card(name).hover();
    await this.page.getByRole('button', { name: `Move ${name}`, exact: true }).click();
    await this.page.getByRole('menuitem', { name: to, exact: true }).click();
  }

  async liftByKeyboard(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Move ${name} by keyboard` }).focus();
    await this.page.keyboard.press('Space');
    await this.page.getByText(`${name} lifted.`).waitFor({ state: 'attached' });
  }

  async openCard(name: string): Promise<RecordPage> {
    await this.card(name).getByRole('link', { name }).click();
    return new RecordPage(this.page).ready();
  }
}
