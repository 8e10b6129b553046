import type { Locator, Page } from '@playwright/test';
import { administrator } from '../server.ts';

export class LoginPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get problem(): Locator {
    return this.page.getByRole('alert');
  }

  async open(path = '/login'): Promise<LoginPage> {
    await this.page.goto(path);
    return this.ready();
  }

  async ready(): Promise<LoginPage> {
    await this.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    return this;
  }

  async logIn(email = administrator.email, password = administrator.password): Promise<void> {
    await this.page.getByLabel('E-mail').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }
}
