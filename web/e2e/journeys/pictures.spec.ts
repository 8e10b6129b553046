import { expectNoBarriers } from '../accessibility.ts';
import { picture } from '../picture.ts';
import { expect, test } from '../test.ts';

test('a photo is chosen in the head of a contact, is there wherever they are shown, and comes back after it was taken off', async ({ page, app, api, name }) => {
  const last_name = name('Pictured');
  const { id } = await api.create('contact', { first_name: 'Ada', last_name });
  const record = await app.openRecord('contact', id);
  const button = page.getByRole('button', { name: `Picture of Ada ${last_name}` });
  await expect(button).toContainText('A');
  await page.getByLabel('Choose a picture').setInputFiles(await picture(page, 1200, 800));
  await expect(app.toast).toContainText(`Ada ${last_name} has a new picture`);
  await expect(button.locator('img[data-there]')).toBeVisible();
  await expectNoBarriers(page);
  const { photo_id } = await api.read('contact', id);
  const [file] = await api.query(`SELECT id, record_id, name FROM file WHERE id = '${String(photo_id)}'`);
  expect(file?.record_id).toBe(id);
  // What is kept is as small as what is shown.
  expect(await button.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(512);

  await button.click();
  await page.getByRole('menuitem', { name: 'Remove the picture' }).click();
  await expect(button.locator('img')).toHaveCount(0);
  await app.undo();
  await expect(button.locator('img[data-there]')).toBeVisible();
  expect((await api.read('contact', id)).photo_id).toBe(photo_id);
  await record.title.waitFor();

  const list = await app.openList('contact', `?filter=${encodeURIComponent(JSON.stringify({ field: 'last_name', op: '=', value: last_name }))}`);
  await expect(list.row(`Ada ${last_name}`).locator('img[data-there]')).toBeVisible();
});

test('a logo is dropped on the letter of an account, and stands beside its name on other records', async ({ page, app, api, name }) => {
  const account = await api.create('account', { name: name('Logo') });
  const { id } = await api.create('contact', { last_name: name('Buyer'), account_id: account.id });
  await app.openRecord('account', account.id);
  const { buffer } = await picture(page, 300, 100);
  const transfer = await page.evaluateHandle((bytes) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], 'logo.png', { type: 'image/png' }));
    return data;
  }, [...buffer]);
  const button = page.getByRole('button', { name: /^Picture of Logo/ });
  await button.dispatchEvent('drop', { dataTransfer: transfer });
  await expect(button.locator('img[data-there]')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Files on their way' })).toBeHidden();
  await app.openRecord('contact', id);
  await expect(page.getByRole('main').getByRole('link', { name: /^Logo/ }).first().locator('img[data-there]')).toBeVisible();
});

test('what is no picture is refused, and the initials stay', async ({ page, app, api, name }) => {
  const { id } = await api.create('contact', { last_name: name('Lettered') });
  await app.openRecord('contact', id);
  await page.getByLabel('Choose a picture').setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await expect(app.toast).toContainText('The browser cannot read it as a picture');
  expect((await api.read('contact', id)).photo_id).toBeNull();
});

test('initials stay where a picture does not arrive', async ({ page, app, api, name }) => {
  const { id } = await api.create('contact', { last_name: name('Absent') });
  await app.openRecord('contact', id);
  await page.getByLabel('Choose a picture').setInputFiles(await picture(page, 20, 20));
  const button = page.getByRole('button', { name: /^Picture of Absent/ });
  await expect(button.locator('img[data-there]')).toBeVisible();
  await page.route('**/content', (route) => route.abort());
  await app.openRecord('contact', id);
  await expect(button.locator('img')).toHaveCount(0);
  await expect(button).toContainText('A');
});

test('whoever is logged in sees their own photo in the menu of their account', async ({ page, app, api }) => {
  const [me] = await api.query("SELECT id FROM user WHERE email = 'admin@vantorra.example'");
  await app.openRecord('user', String(me?.id));
  await page.getByLabel('Choose a picture').setInputFiles(await picture(page, 60, 60));
  await expect(page.getByRole('button', { name: /your account$/ }).locator('img[data-there]')).toBeVisible();
  await app.undo();
  await expect(page.getByRole('button', { name: /your account$/ }).locator('img')).toHaveCount(0);
});

test('people set their own photo, and it is seen by all who see them', async ({ page, app, api, someone, name }) => {
  const { id: person, last_name, page: theirs } = await someone('Pictured');
  const { id } = await api.create('account', { name: name('Owned'), owner_id: person });
  await theirs.goto('/');
  await theirs.getByRole('button', { name: /your account$/ }).click();
  await theirs.getByRole('menuitem', { name: 'You and your photo' }).click();
  const button = theirs.getByRole('button', { name: `Picture of ${last_name}` });
  await theirs.getByLabel('Choose a picture').setInputFiles(await picture(theirs, 60, 60));
  await expect(button.locator('img[data-there]')).toBeVisible();
  await expect(theirs.getByRole('button', { name: /your account$/ }).locator('img[data-there]')).toBeVisible();
  await expectNoBarriers(theirs);

  const { page: elsewhere } = await someone('Other');
  await elsewhere.goto(`/o/user/${person}`);
  await expect(elsewhere.getByRole('main').locator('img[data-there]').first()).toBeVisible();
  await expect(elsewhere.getByLabel('Choose a picture')).toHaveCount(0);

  await app.openRecord('account', id);
  await expect(page.getByRole('link', { name: last_name }).first().locator('img[data-there]')).toBeVisible();
  await button.click();
  await theirs.getByRole('menuitem', { name: 'Remove the picture' }).click();
  await expect(button.locator('img')).toHaveCount(0);
  await theirs.getByRole('button', { name: 'Undo' }).click();
  await expect(button.locator('img[data-there]')).toBeVisible();
});
