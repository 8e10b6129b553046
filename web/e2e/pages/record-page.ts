import type { Locator, Page } from '@playwright/test';

export class RecordPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get title(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  async ready(): Promise<RecordPage> {
    await this.page.getByRole('tablist', { name: 'Parts of the record' }).waitFor();
    return this;
  }

  get details(): Locator {
    return this.page.getByRole('region', { name: 'Details' }).first();
  }

  /** The value of a field, as the details show it. */
  value(label: string): Locator {
    return this.details.getByRole('term').filter({ hasText: new RegExp(`^${label}$`) }).locator('xpath=following-sibling::dd');
  }

  /** Opens a field for editing and answers its control. */
  async edit(label: string): Promise<Locator> {
    await this.details.getByRole('button', { name: `Edit ${label}`, exact: true }).click();
    return this.value(label).locator('input, select, textarea').first();
  }

  async openTab(name: 'Overview' | 'Timeline' | 'History' | 'Related' | 'Details'): Promise<Locator> {
    await this.page.getByRole('tab', { name }).click();
    return this.page.getByRole('tabpanel');
  }

  async write(kind: 'Note' | 'Task' | 'Call', fields: Record<string, string>): Promise<RecordPage> {
    const composer = this.page.getByRole('form', { name: 'Write down' });
    await composer.getByRole('tab', { name: kind }).click();
    for (const [label, text] of Object.entries(fields)) await composer.getByRole('textbox', { name: label }).fill(text);
    await composer.getByRole('button', { name: `Save ${kind}` }).click();
    return this;
  }

  async delete(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `More about ${name}` }).click();
    await this.page.getByRole('menuitem', { name: 'Delete' }).click();
  }
}
