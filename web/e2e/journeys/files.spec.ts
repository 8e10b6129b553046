import { expectNoBarriers } from '../accessibility.ts';
import { expect, test } from '../test.ts';

const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const picture = { name: 'plant.png', mimeType: 'image/png', buffer: pixel };
const text = { name: 'minutes.txt', mimeType: 'text/plain', buffer: Buffer.from('What was agreed\n') };

test('files are added to a record, looked at, renamed, thrown away and brought back', async ({ page, app, api, name }) => {
  const { id } = await api.create('account', { name: name('Filed') });
  await app.openRecord('account', id);
  const files = page.getByRole('region', { name: 'Files' });
  await files.getByLabel('Add file').setInputFiles([picture, text]);
  await expect(files.getByRole('button', { name: 'plant.png', exact: true })).toBeVisible();
  await expect(files.getByRole('img')).toHaveCount(0);

  await files.getByRole('button', { name: 'minutes.txt', exact: true }).click();
  const preview = page.getByRole('dialog', { name: 'minutes.txt' });
  await expect(preview.frameLocator('iframe').getByText('What was agreed')).toBeVisible();
  await page.keyboard.press('Escape');

  await files.getByRole('button', { name: 'More about plant.png' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  const rename = page.getByRole('dialog', { name: 'Rename' });
  await rename.getByLabel(/^Name/).fill('Plant in Lyon.png');
  await rename.getByRole('button', { name: 'Rename' }).click();
  await expect(files.getByRole('button', { name: 'Plant in Lyon.png', exact: true })).toBeVisible();

  await files.getByRole('button', { name: 'More about minutes.txt' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(files.getByRole('button', { name: 'minutes.txt', exact: true })).toBeHidden();
  await app.undo();
  await expect(files.getByRole('button', { name: 'minutes.txt', exact: true })).toBeVisible();
  await expectNoBarriers(page);
});

test('a file that is dropped anywhere on the page and does not arrive is sent again', async ({ page, app, api, name }) => {
  const { id } = await api.create('account', { name: name('Dropped') });
  const record = await app.openRecord('account', id);
  await page.route('**/api/v1/files', (route) => route.abort(), { times: 1 });
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['An offer'], 'offer.txt', { type: 'text/plain' }));
    return data;
  });
  await record.title.dispatchEvent('drop', { dataTransfer: transfer });
  const uploads = page.getByRole('list', { name: 'Files on their way' });
  await expect(uploads.getByRole('alert')).toContainText('did not answer');
  await uploads.getByRole('button', { name: 'Send offer.txt again' }).click();
  await expect(page.getByRole('region', { name: 'Files' }).getByRole('button', { name: 'offer.txt', exact: true })).toBeVisible();
  await expect(uploads).toBeHidden();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('a picture is added among what belongs to the record', async ({ page, app, api, name }) => {
    const { id } = await api.create('contact', { last_name: name('Pictured') });
    const record = await app.openRecord('contact', id);
    await record.openTab('Related');
    const files = page.getByRole('region', { name: 'Files' });
    await files.getByLabel('Add file').setInputFiles(picture);
    await expect(files.getByRole('button', { name: 'plant.png', exact: true })).toBeVisible();
  });
});
