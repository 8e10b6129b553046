import { expect, test } from '../test.ts';
import { RecordPage } from '../pages/record-page.ts';

test('an address is asked for as its country writes it, and shown so', async ({ page, api, name }) => {
  const { id } = await api.create('account', { name: name('Moved') });
  await page.goto(`/o/account/${id}`);
  const record = await new RecordPage(page).ready();
  const country = await record.edit('Billing address');
  const address = page.getByRole('group', { name: 'Billing address' });
  await expect(country).toBeFocused();
  await country.fill('United States');
  // What is typed into another part stays where it is while the order changes.
  for (const [part, text] of [['Street', '1 Main St'], ['City', 'Springfield'], ['State', 'IL'], ['ZIP code', '62701']] as const) await address.getByRole('textbox', { name: part, exact: true }).fill(text);
  await page.keyboard.press('Control+Enter');
  await expect(record.value('Billing address').getByRole('link')).toHaveText('1 Main St\nSpringfield, IL 62701\nUnited States');
  expect((await api.read('account', id)).billing_address).toMatchObject({ street: '1 Main St', city: 'Springfield', state: 'IL', postal_code: '62701', country: 'United States' });
});

test('another country asks for other parts, and keeps what is there', async ({ page, api, name }) => {
  const { id } = await api.create('account', { name: name('Abroad'), billing_address: { street: 'Invalidenstr. 116', postal_code: '10115', city: 'Berlin', state: 'Berlin-Mitte', country: 'Germany' } });
  await page.goto(`/o/account/${id}`);
  const record = await new RecordPage(page).ready();
  await expect(record.value('Billing address').getByRole('link')).toHaveText('Invalidenstr. 116\n10115 Berlin\nBerlin-Mitte\nGermany');
  const country = await record.edit('Billing address');
  const labels = () => page.getByRole('group', { name: 'Billing address' }).locator('input').evaluateAll((inputs) => inputs.map((input) => input.getAttribute('aria-label')));
  await expect.poll(labels).toEqual(['Country', 'Street', 'Postal code', 'City', 'State']);
  await country.fill('France');
  await expect.poll(labels).toEqual(['Country', 'Street', 'Postal code', 'City', 'State or region']);
  await country.fill('Japan');
  await expect.poll(labels).toEqual(['Country', 'Street', 'City', 'Prefecture', 'Postal code']);
  await expect(country).toBeFocused();
  // Emptied, it stays until one is done: the field under the finger does not go away.
  await country.fill('Germany');
  const state = page.getByRole('textbox', { name: 'State' });
  await state.fill('');
  await expect(state).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(record.value('Billing address').getByRole('link')).toHaveText('Invalidenstr. 116\n10115 Berlin\nGermany');
});

test.describe('in German', () => {
  test.use({ locale: 'de-DE' });

  test('parts are called in the language of the reader, and in the way of the country', async ({ page }) => {
    await page.goto('/o/account?create=account');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Ganzes Formular' }).click();
    const address = dialog.getByRole('group', { name: 'Rechnungsadresse' });
    await address.getByRole('combobox', { name: 'Staat' }).fill('Vereinigte Staaten');
    await expect(address.getByRole('textbox', { name: 'ZIP-Code' })).toBeVisible();
    await expect(address.getByRole('textbox', { name: 'Bundesstaat' })).toBeVisible();
    await address.getByRole('combobox', { name: 'Staat' }).fill('Österreich');
    await expect(address.getByRole('textbox', { name: 'Postleitzahl' })).toBeVisible();
    await expect(address.getByRole('textbox', { name: 'Bundesland' })).toBeHidden();
  });
});
