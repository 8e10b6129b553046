import type { Locator, Page } from '@playwright/test';
import { RecordPage } from './record-page.ts';

export class ListPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get table(): Locator {
    return this.page.getByRole('grid');
  }

  async ready(): Promise<ListPage> {
    await this.table.or(this.page.getByRole('heading', { level: 2 })).first().waitFor();
    return this;
  }

  row(name: string): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByRole('link', { name, exact: true }) });
  }

  cell(row: string, column: number): Locator {
    return this.row(row).getByRole('gridcell').nth(column);
  }

  async names(): Promise<string[]> {
    return this.table.getByRole('rowheader').allInnerTexts();
  }

  async filter(field: string, comparison: string, value: string): Promise<ListPage> {
    await this.page.getByRole('button', { name: 'Filter', exact: true }).click();
    const picker = this.page.getByRole('dialog', { name: 'Filter' });
    await picker.getByLabel('Find a field').fill(field);
    await picker.getByRole('button', { name: field, exact: true }).click();
    await this.page.getByLabel('Comparison').selectOption({ label: comparison });
    await this.page.getByLabel('Comparison').locator('xpath=../following-sibling::*[1]').getByRole('textbox').fill(value);
    await this.page.keyboard.press('Escape');
    return this;
  }

  /** Does something with the saved view that is shown. */
  async viewMenu(item: string): Promise<void> {
    await this.page.getByRole('button', { name: 'More about views' }).click();
    await this.page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  async sortBy(column: string, adding = false): Promise<ListPage> {
    await this.table.getByRole('columnheader', { name: column }).getByRole('button').first().click({ modifiers: adding ? ['Shift'] : [] });
    return this;
  }

  async select(...names: string[]): Promise<Locator> {
    for (const name of names) await this.table.getByRole('checkbox', { name: `Select ${name}` }).check({ force: true });
    return this.page.getByRole('toolbar', { name: 'With the selected rows' });
  }

  async openRecord(name: string): Promise<RecordPage> {
    await this.row(name).getByRole('link', { name, exact: true }).click();
    return new RecordPage(this.page).ready();
  }
}
