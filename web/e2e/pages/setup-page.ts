import { expect, type Locator, type Page } from '@playwright/test';

export class SetupPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async ready(): Promise<SetupPage> {
    await this.page.getByRole('table').first().waitFor();
    return this;
  }

  async createObject(label: string): Promise<ObjectSetupPage> {
    await this.page.getByRole('button', { name: 'New object' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'New object' });
    await expect(dialog.getByLabel(/^Label\*?$/)).toBeFocused();
    await this.page.keyboard.insertText(label);
    await dialog.getByRole('button', { name: 'Create' }).click();
    return new ObjectSetupPage(this.page, label).ready();
  }

  async openObject(name: string, label: string): Promise<ObjectSetupPage> {
    await this.page.goto(`/setup/${name}`);
    return new ObjectSetupPage(this.page, label).ready();
  }
}

export class ObjectSetupPage {
  readonly page: Page;
  private readonly label: string;

  constructor(page: Page, label: string) {
    this.page = page;
    this.label = label;
  }

  async ready(): Promise<ObjectSetupPage> {
    await this.page.getByRole('table', { name: `Fields of ${this.label}` }).waitFor();
    return this;
  }

  field(label: string): Locator {
    return this.page.getByRole('table', { name: `Fields of ${this.label}` }).getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: label, exact: true }) });
  }

  async addField(label: string, type: string, options: string[] = []): Promise<ObjectSetupPage> {
    await this.page.getByRole('button', { name: 'Field', exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: `New field of ${this.label}` });
    await dialog.getByLabel(/^Label\*?$/).fill(label);
    await dialog.getByLabel(/^Type\*?$/).selectOption({ label: type });
    for (const [index, option] of options.entries()) {
      await dialog.getByRole('button', { name: 'Option', exact: true }).click();
      await dialog.getByLabel(`Label of option ${index + 1}`).fill(option);
    }
    await dialog.getByRole('button', { name: 'Add field' }).click();
    await dialog.waitFor({ state: 'hidden' });
    return this;
  }

  async deleteField(label: string): Promise<Locator> {
    await this.page.getByRole('button', { name: `Delete ${label}` }).click();
    return this.page.getByRole('dialog', { name: `Delete ${label}` });
  }
}
