import type { Locator, Page } from '@playwright/test';

export class Palette {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get box(): Locator {
    return this.page.getByRole('combobox', { name: 'Search and commands' });
  }

  async ready(): Promise<Palette> {
    await this.box.waitFor();
    return this;
  }

  entry(name: string | RegExp): Locator {
    return this.page.getByRole('listbox', { name: 'Results' }).getByRole('option', { name });
  }

  async find(text: string): Promise<Palette> {
    await this.box.fill(text);
    return this;
  }
}
