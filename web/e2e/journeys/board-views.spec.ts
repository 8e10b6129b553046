import { expectNoBarriers } from '../accessibility.ts';
import { administrator } from '../server.ts';
import { expect, test } from '../test.ts';

test('a board is saved with filter and fields of its cards, and opened as one from the tabs, by its star, and by those of the team', async ({ page, app, api, name }) => {
  const [deal, label, team] = [name('Boarded'), name('My board'), name('Board team')];
  await api.deal(deal, 'Proposal', { next_step: 'Send the offer', amount: 4321 });
  const { id } = await api.create('team', { name: team });
  const [me] = await api.query(`SELECT id FROM user WHERE email = '${administrator.email}'`);
  await api.create('team_member', { team_id: id, user_id: me?.id });

  const board = await app.openBoard(deal);
  await expect(board.card(deal)).toContainText('4,321');
  await expect(page.getByRole('tab', { selected: true }).getByRole('img', { name: 'Changed, not saved' })).toBeVisible();
  await page.getByRole('button', { name: 'Fields of the cards' }).click();
  const chooser = page.getByRole('dialog', { name: 'Fields of the cards' });
  await chooser.getByRole('checkbox', { name: 'Amount', exact: true }).uncheck({ force: true });
  await expect(board.card(deal)).not.toContainText('4,321');
  await chooser.getByRole('searchbox').fill('Next step');
  await chooser.getByRole('checkbox', { name: 'Next step', exact: true }).check({ force: true });
  await page.keyboard.press('Escape');
  await expect(board.card(deal)).toContainText('Send the offer');
  await expectNoBarriers(page);

  await page.getByRole('button', { name: 'Save as a new view' }).click();
  await page.getByLabel('Name of the view').fill(label);
  await page.getByLabel('Who sees it', { exact: true }).selectOption({ label: `The team ${team}` });
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  const tab = page.getByRole('tab', { name: label });
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await expect(tab.getByRole('img', { name: 'View of a team' })).toBeVisible();
  await expect(tab.getByRole('img', { name: 'Changed, not saved' })).toHaveCount(0);

  await page.goto('/o/opportunity?view=all');
  await tab.click();
  await expect(page).toHaveURL(/\/o\/opportunity\/board\?view=/);
  await expect(board.card(deal)).toContainText('Send the offer');
  await expect(board.card(deal)).not.toContainText('4,321');
  await expect(page.getByRole('article')).toHaveCount(1);

  await page.getByRole('button', { name: 'More about views' }).click();
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/personal/favourites') && answer.ok());
  await page.getByRole('menuitem', { name: 'Add to favourites' }).click();
  await kept;
  await page.goto('/');
  await page.getByRole('navigation').getByRole('link', { name: label }).click();
  await expect(board.card(deal)).toContainText('Send the offer');

  await page.getByRole('button', { name: 'More about views' }).click();
  await page.getByRole('menuitem', { name: 'Delete this view' }).click();
  await expect(tab).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(tab).toBeVisible();
  await tab.click();
  await expect(board.card(deal)).toContainText('Send the offer');
});

test('a saved board keeps its pipeline, whichever was shown last', async ({ page, app, api, name }) => {
  const { pipeline, first, deal: made } = await api.gatedDeal(name);
  const deal = String((await api.read('opportunity', made.id)).name);
  const label = name('Gated board');
  const other = name('Elsewhere');
  await api.deal(other, 'Proposal');
  const board = await app.openBoard(deal, pipeline.id);
  await expect(board.card(deal, String(first.name))).toBeVisible();
  await page.getByRole('button', { name: 'Save as a new view' }).click();
  await page.getByLabel('Name of the view').fill(label);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  const tab = page.getByRole('tab', { name: label });
  await expect(tab).toHaveAttribute('aria-selected', 'true');

  await app.openBoard(other);
  await expect(board.card(other, 'Proposal')).toBeVisible();
  await tab.click();
  await expect(board.card(deal, String(first.name))).toBeVisible();
  await page.reload();
  await expect(board.card(deal, String(first.name))).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: String(pipeline.name) })).toBeVisible();
});

test('the pipeline shown last is there on another device, too', async ({ api, someone, browser, baseURL, name }) => {
  const { pipeline } = await api.gatedDeal(name);
  const { page } = await someone('Switching');
  await page.goto('/o/opportunity/board');
  const noted = page.waitForResponse((answer) => answer.url().endsWith('/personal/pipelines/opportunity') && answer.ok());
  await page.getByRole('button', { name: /^Pipeline .*, switch$/ }).click();
  await page.getByRole('menuitemradio', { name: String(pipeline.name) }).click();
  await noted;
  await expect(page.getByRole('region', { name: /^Agreed, / })).toBeVisible();
  const phone = await browser.newContext({ baseURL, storageState: { cookies: await page.context().cookies(), origins: [] }, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const there = await phone.newPage();
  await there.goto('/o/opportunity/board');
  await expect(there.getByRole('button', { name: `Pipeline ${String(pipeline.name)}, switch` })).toBeVisible();
  await expect(there.getByRole('region', { name: /^Agreed, / })).toBeAttached();
  await phone.close();
});
