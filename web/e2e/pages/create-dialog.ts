import type { Locator, Page } from '@playwright/test';
import { RecordPage } from './record-page.ts';

export class CreateDialog {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: /^New / });
  }

  async ready(): Promise<CreateDialog> {
    await this.dialog.waitFor();
    return this;
  }

  field(label: string): Locator {
    return this.dialog.getByLabel(new RegExp(`^${label}\\*?$`));
  }

  async choose(label: string, typed: string, option: string | RegExp): Promise<void> {
    await this.field(label).fill(typed);
    await this.page.getByRole('option', { name: option }).first().click();
  }

  async submit(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Create', exact: true }).click();
  }

  async create(): Promise<RecordPage> {
    await this.submit();
    return new RecordPage(this.page).ready();
  }
}
