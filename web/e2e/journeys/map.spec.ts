import { expectNoBarriers } from '../accessibility.ts';
import { only } from '../only.ts';
import { expect, test } from '../test.ts';

test('accounts are counted by country on a map, which asks nobody else, and a country opens its accounts', async ({ page, app, api, name }) => {
  const mark = name('Placed');
  const places = ['Germany', 'DE', 'France', 'Atlantis', null];
  for (const [index, country] of places.entries()) await api.create('account', { name: `${mark} ${index}`, billing_address: country && { city: 'Town', country } });
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(String(process.env.RAPPORT_URL))) elsewhere.push(request.url());
  });
  await app.openList('account', only(mark));
  await page.getByRole('group', { name: 'Show as' }).getByRole('button', { name: 'Map' }).click();
  const list = page.getByRole('region', { name: 'What the map shows' });
  await expect(list.getByRole('status')).toHaveText('2 countries');
  const rows = list.getByRole('listitem');
  await expect(rows).toHaveCount(4);
  // The same country, however it is written.
  await expect(rows.first()).toContainText('Germany');
  await expect(rows.first()).toContainText('2');
  await expect(rows.filter({ hasText: 'Atlantis' })).toContainText('Not a country that the map knows');
  await expect(rows.last()).toContainText('No country');
  const map = page.getByRole('group', { name: 'Map', exact: true });
  await expect(map.getByText('France').first()).toBeVisible();
  await expectNoBarriers(page);

  await rows.first().getByRole('button').click();
  await expect(page.getByRole('rowheader')).toHaveText([/ 0$/, / 1$/]);
  await page.goBack();
  await expect(rows).toHaveCount(4);
  await rows.last().getByRole('button').click();
  await expect(page.getByRole('rowheader')).toHaveText([/ 4$/]);
  expect(elsewhere).toEqual([]);
});

test('a country of a view that is saved as a map opens as a table', async ({ page, app, api, name }) => {
  const [mark, label] = [name('Kept'), name('Where')];
  await api.create('account', { name: mark, billing_address: { city: 'Lyon', country: 'France' } });
  const list = await app.openList('account', only(mark));
  await page.getByRole('group', { name: 'Show as' }).getByRole('button', { name: 'Map' }).click();
  await list.viewMenu('Save as a new view');
  await page.getByLabel('Name of the view').fill(label);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('tab', { name: label })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('region', { name: 'What the map shows' }).getByRole('listitem').getByRole('button').click();
  await expect(page.getByRole('rowheader')).toContainText([mark]);
});

test('records with coordinates are grouped when near, told apart when zoomed in, and looked at beside the map', async ({ page, api, name }) => {
  const label = name('Plant');
  const object = await api.makeObject(label);
  await api.addField(object, { name: 'place', label: 'Place', type: 'geolocation' });
  const plant = (town: string, latitude: number, longitude: number) => api.create(object, { name: town, place: { latitude, longitude } });
  await plant('Berlin', 52.52, 13.4);
  await plant('Potsdam', 52.4, 13.06);
  await plant('Sydney', -33.87, 151.21);
  await api.create(object, { name: 'On paper' });

  await page.goto(`/o/${object}?as=map`);
  const list = page.getByRole('region', { name: 'What the map shows' });
  const map = page.getByRole('group', { name: 'Map', exact: true });
  await expect(list.getByRole('status')).toContainText('3 records in sight');
  await expect(list.getByRole('status')).toContainText('1 more has no place');
  await expect(map.getByText('Sydney', { exact: true }).first()).toBeVisible();
  await expect(map.locator('svg text').filter({ hasText: /^2$/ })).toBeVisible();
  await expectNoBarriers(page);

  // A press on what is grouped shows what it is made of.
  await map.locator('svg text').filter({ hasText: /^2$/ }).locator('xpath=..').click();
  await expect(list.getByRole('status')).toContainText('2 records in sight');
  await expect(list.getByRole('link')).toHaveText(['Berlin', 'Potsdam']);
  await map.locator('svg g').filter({ hasText: 'Potsdam' }).last().click();
  const beside = page.getByRole('complementary', { name: /Potsdam/ });
  await beside.getByRole('button', { name: 'Close' }).first().click();
  await expect(beside).toBeHidden();

  await map.focus();
  await page.keyboard.press('0');
  await expect(list.getByRole('status')).toContainText('3 records in sight');
  for (let press = 0; press < 6; press += 1) await page.keyboard.press('+');
  await expect(list.getByRole('status')).toContainText('0 records in sight');
  await map.getByRole('button', { name: 'Show everything' }).click();
  await expect(list.getByRole('link')).toHaveCount(3);
});

test.describe('on a phone, from right to left', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'ar' });
  test('the list stands under the map', async ({ page, api, name }) => {
    const mark = name('Small');
    await api.create('account', { name: mark, billing_address: { city: 'Lyon', country: 'France' } });
    await page.goto(`/o/account${only(mark)}&as=map`);
    const row = page.getByRole('region').getByRole('listitem');
    await expect(row).toContainText('فرنسا');
    const map = await page.getByRole('group', { name: 'الخريطة' }).boundingBox();
    expect((await row.boundingBox())?.y).toBeGreaterThan((map?.y ?? 0) + 100);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectNoBarriers(page);
  });
});
