import type { Locator, Page } from '@playwright/test';

export class TodayPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get looseEnds(): Locator {
    return this.page.getByRole('region', { name: 'Deals without next step' });
  }

  /** Plans the next step of a deal for a day that the menu names. */
  async planStep(deal: string, day: string): Promise<void> {
    await this.looseEnds.getByRole('button', { name: `Plan the next step of ${deal}` }).click();
    await this.page.getByRole('menuitem', { name: day }).click();
  }
}
