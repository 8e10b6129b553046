import type { Locator, Page } from '@playwright/test';
import { only } from '../only.ts';
import { BoardPage } from './board-page.ts';
import { CreateDialog } from './create-dialog.ts';
import { ListPage } from './list-page.ts';
import { LoginPage } from './login-page.ts';
import { Palette } from './palette.ts';
import { RecordPage } from './record-page.ts';
import { SetupPage } from './setup-page.ts';

/** What stands around every page. */
export class AppFrame {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get toast(): Locator {
    return this.page.getByRole('status').filter({ has: this.page.getByRole('button', { name: 'Close' }) });
  }

  async open(): Promise<AppFrame> {
    await this.page.goto('/');
    await this.page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    return this;
  }

  /** The board of deals; with a name, of those that contain it: other journeys change the whole one's totals. */
  async openBoard(name?: string, pipeline?: string): Promise<BoardPage> {
    await this.page.goto(`/o/opportunity/board${name ? only(name) : ''}${pipeline ? `&pipeline=${pipeline}` : ''}`);
    return new BoardPage(this.page).ready();
  }

  async openList(object: string, search = ''): Promise<ListPage> {
    await this.page.goto(`/o/${object}${search}`);
    return new ListPage(this.page).ready();
  }

  async openRecord(object: string, id: string): Promise<RecordPage> {
    await this.page.goto(`/o/${object}/${id}`);
    return new RecordPage(this.page).ready();
  }

  async openSetup(): Promise<SetupPage> {
    await this.page.goto('/setup');
    return new SetupPage(this.page).ready();
  }

  async openCreate(object: string, search = ''): Promise<CreateDialog> {
    await this.page.goto(`/o/${object}?create=${object}${search}`);
    return new CreateDialog(this.page).ready();
  }

  async openPalette(): Promise<Palette> {
    await this.page.keyboard.press('Control+k');
    return new Palette(this.page).ready();
  }

  async undo(): Promise<void> {
    await this.toast.getByRole('button', { name: 'Undo' }).click();
  }

  private async chooseInAccount(item: string): Promise<void> {
    await this.page.getByRole('button', { name: /your account$|حسابك$/ }).click();
    await this.page.getByRole('menuitemradio', { name: item }).or(this.page.getByRole('menuitem', { name: item })).click();
  }

  async choose(setting: 'Light' | 'Dark' | 'Deutsch' | 'العربية' | 'Compact'): Promise<AppFrame> {
    await this.chooseInAccount(setting);
    return this;
  }

  async logOut(): Promise<LoginPage> {
    await this.chooseInAccount('Log out');
    return new LoginPage(this.page).ready();
  }
}
