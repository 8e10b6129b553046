import type { Page } from '@playwright/test';
import { expect, test } from '../test.ts';

const screens = ['/', '/o/contact', '/o/contact?as=gallery', '/o/account?as=map', '/o/opportunity/board', '/calendar', '/start', '/setup', '/setup/opportunity', '/setup/area/permissions', '/setup/area/sharing', '/setup/area/tags', '/o/contact/import'];

async function speak(page: Page, language: string): Promise<void> {
  await page.addInitScript((chosen) => localStorage.setItem('rapport.preferences', JSON.stringify({ language: chosen })), language);
}

/** Buttons, tabs and titles whose text does not fit into them: these never end in dots. */
const clipped = () =>
  [...document.querySelectorAll<HTMLElement>('button, [role="tab"], h1, h2, label, legend')]
    .filter((element) => element.clientWidth > 2 && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible')
    .map((element) => element.outerHTML.slice(0, 160));

for (const width of [1440, 390]) {
  test(`words that are 40 % longer are not cut off at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await speak(page, 'en-XA');
    for (const screen of screens) {
      await page.goto(screen);
      await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
      expect(await page.evaluate(clipped), screen).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), screen).toBeLessThanOrEqual(width);
    }
  });
}

for (const [language, today] of [['es', 'Hoy'], ['fr', 'Aujourd’hui'], ['pt', 'Hoje'], ['zh', '今日'], ['ja', '今日']] as const) {
  test(`the app speaks ${language}`, async ({ page }) => {
    await speak(page, language);
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: today })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
  });
}

for (const [language, direction, name, title] of [['de', 'ltr', 'Hilfe', 'Mit Rapport arbeiten'], ['ar', 'rtl', 'المساعدة', 'العمل مع Rapport']] as const) {
  test(`help speaks ${language}, and English where it has no other words`, async ({ page }) => {
    await speak(page, language);
    await page.goto('/o/contact?help=');
    const help = page.getByRole('complementary', { name });
    const text = help.getByRole('region', { name: title });
    await expect(text.getByRole('heading', { name: title })).toBeVisible();
    await expect(text).toHaveAttribute('lang', language);
    await expect(text).toHaveCSS('direction', direction);
    await help.getByRole('combobox').selectOption('query');
    const english = help.getByRole('region', { name: 'Asking' });
    await expect(english).toHaveAttribute('lang', 'en');
    await expect(english).toHaveCSS('direction', 'ltr');
  });
}

test('a language that cannot be loaded leaves the app in English', async ({ page }) => {
  await page.route(/\/assets\/de-[\w-]+\.js/, (route) => route.abort());
  await speak(page, 'de');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('standard objects and fields are called as the person speaks, and set up as they were declared', async ({ page }) => {
  await speak(page, 'de');
  await page.goto('/o/account');
  await expect(page.getByRole('heading', { level: 1, name: 'Firmen' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Branche' })).toBeVisible();
  await page.goto('/o/account?create=account');
  await page.getByRole('dialog').getByRole('button', { name: 'Ganzes Formular' }).click();
  await expect(page.getByRole('dialog').getByText('Das Unternehmen, zu dem dieses gehört.')).toBeVisible();
  await page.goto('/setup/account');
  await expect(page.getByRole('rowheader', { name: 'Industry', exact: true })).toBeVisible();
});

test('what an administrator wrote is said in the language of whoever reads it', async ({ page, app, api, name }) => {
  const label = name('Boat');
  const german = label.replace('Boat', 'Boot');
  const object = await (await app.openSetup()).createObject(label);
  await object.addField('Rig', 'List', ['Sloop', 'Ketch']);
  await object.field('Rig').getByRole('button', { name: 'Edit Rig' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit Rig' });
  await dialog.getByText('In other languages').click();
  await dialog.getByLabel('Language').selectOption({ label: 'Deutsch (0/4)' });
  await dialog.getByLabel('Label (Deutsch)', { exact: true }).fill('Takelung');
  await dialog.getByLabel('Label of option 2 (Deutsch)').fill('Ketsch');
  await expect(dialog.getByLabel('Language')).toContainText('Deutsch (2/4)');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('tab', { name: 'Names' }).click();
  await page.getByText('In other languages').click();
  await page.getByLabel('Language').selectOption({ label: 'Deutsch (0/3)' });
  await page.getByLabel('Label (Deutsch)', { exact: true }).fill(german);
  await page.getByLabel('Label of several (Deutsch)').fill(`${german}e`);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(app.toast).toContainText(label);

  const made = label.toLowerCase().replace(' ', '_');
  const { id } = await api.create(made, { name: 'Vega', rig: 'ketch' });
  await speak(page, 'de');
  await page.goto(`/o/${made}`);
  await expect(page.getByRole('heading', { level: 1, name: `${german}e` })).toBeVisible();
  await page.goto(`/o/${made}/${id}`);
  const details = page.getByRole('main');
  await expect(details.getByText('Takelung').first()).toBeVisible();
  await expect(details.getByText('Ketsch').first()).toBeVisible();
  await page.goto(`/setup/${made}`);
  await expect(page.getByRole('rowheader', { name: 'Rig', exact: true })).toBeVisible();
});

test('a public view has names in other languages, and keeps its own', async ({ page, app, api, name }) => {
  const label = name('Large');
  const view = label.toLowerCase().replace(' ', '_');
  await api.saveView('contact', { name: view, label, kind: 'table', columns: ['name'], filter: null });
  const list = await app.openList('contact', `?view=${view}`);
  await list.viewMenu('Name and who sees it');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('In other languages').click();
  await dialog.getByLabel('Language').selectOption({ label: 'Deutsch (0/1)' });
  await dialog.getByLabel('Name of the view (Deutsch)').fill(label.replace('Large', 'Große'));
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await expect(page.getByRole('tab', { name: label })).toBeVisible();
  await speak(page, 'de');
  await page.goto(`/o/contact?view=${view}`);
  await expect(page.getByRole('tab', { name: label.replace('Large', 'Große') })).toBeVisible();
});

test('stages are called as the person speaks, wherever they are shown', async ({ page, api, name }) => {
  const { pipeline, second, deal } = await api.gatedDeal(name);
  const own = name('Vereinbart');
  await api.update('stage', second.id, { name: own.replace('Vereinbart', 'Settled') });
  const standard = await api.deal(name('Standard'), 'Proposal');
  await page.goto('/setup/pipelines');
  const panel = page.getByRole('region', { name: String(pipeline.name) });
  await panel.getByText('In other languages').click();
  await panel.getByLabel('Language').selectOption({ label: 'Deutsch (0/3)' });
  await panel.getByLabel(`${own.replace('Vereinbart', 'Settled')} (Deutsch)`).fill(own);
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'saved' })).toBeVisible();

  await speak(page, 'de');
  await page.goto(`/o/opportunity/board?pipeline=${pipeline.id}`);
  await expect(page.getByRole('heading', { name: new RegExp(own) }).first()).toBeVisible();
  await page.goto(`/o/opportunity/${standard.id}`);
  const stages = page.getByRole('list', { name: 'Phase' });
  await expect(stages).toContainText('Angebot');
  await expect(stages).not.toContainText('Proposal');
  const filter = encodeURIComponent(JSON.stringify({ field: 'id', op: '=', value: standard.id }));
  await page.goto(`/o/opportunity?filter=${filter}`);
  await expect(page.getByRole('row').filter({ hasText: String(standard.name) })).toContainText('Angebot');
  // What is stored stays as it was named.
  expect((await api.query(`SELECT stage.name FROM opportunity WHERE id = '${standard.id}'`))[0]?.stage).toMatchObject({ name: 'Proposal' });
  expect(deal.stage_id).toBeDefined();
});

test('an address that takes several lines stands at the right of an Arabic page', async ({ page, api, name }) => {
  const { id } = await api.create('account', { name: name('Far'), website: `https://example.com/${'where-it-is-written/'.repeat(6)}` });
  await speak(page, 'ar');
  await page.goto(`/o/account/${id}`);
  const ends = await page.locator('dd a[href*="where-it-is-written"]').evaluate((link) => {
    const text = document.createRange();
    text.selectNodeContents(link);
    const { right } = (link.parentElement as HTMLElement).getBoundingClientRect();
    return [...text.getClientRects()].map((line) => Math.round(right - line.right));
  });
  expect(ends.length).toBeGreaterThan(1);
  expect(Math.max(...ends)).toBeLessThanOrEqual(2);
});
