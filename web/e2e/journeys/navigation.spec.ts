import { expect, test } from '../test.ts';

test('the navigation stands in the order that its person gave it, on every device', async ({ someone, browser, baseURL }) => {
  const { page } = await someone('Tidy');
  const main = (of = page) => of.getByRole('navigation', { name: 'Main' });
  const names = (of = page) => main(of).getByRole('group', { name: 'Records' }).getByRole('link').allInnerTexts();
  await page.goto('/');
  const [first, second, third, ...others] = await names();
  await page.getByRole('button', { name: /, your account$/ }).click();
  await page.getByRole('menuitem', { name: 'Order of your navigation' }).click();
  await expect(page.getByRole('button', { name: 'Usual order' })).toBeDisabled();
  await page.getByRole('button', { name: `Move ${third} up` }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect.poll(() => names()).toEqual([third, first, second, ...others]);
  await page.getByRole('checkbox', { name: second }).click();
  await expect.poll(() => names()).toEqual([third, first, ...others]);

  const elsewhere = await browser.newContext({ baseURL, storageState: await page.context().storageState(), viewport: { width: 390, height: 844 } });
  const phone = await elsewhere.newPage();
  await phone.goto('/');
  await phone.getByRole('button', { name: 'More' }).click();
  await expect(phone.getByRole('menuitem').filter({ hasText: new RegExp(`^(${first}|${second}|${third})$`) })).toHaveText([third ?? '', first ?? '', second ?? '']);
  await elsewhere.close();

  await page.reload();
  await expect(main().getByRole('link', { name: second })).toHaveCount(0);
  await main().getByRole('button', { name: 'Others' }).click();
  await main().getByRole('link', { name: second }).click();
  await expect(page).toHaveURL(/\/o\//);
  await page.goto('/account/navigation');
  await page.getByRole('button', { name: 'Usual order' }).click();
  await expect.poll(() => names()).toEqual([first, second, third, ...others]);
});
