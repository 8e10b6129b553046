import { expect, test } from '../test.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test.describe('on a phone', () => {
  test.use(phone);

  test('what is done with a record stays in sight as far as the page goes', async ({ page, api, name }) => {
    const { id } = await api.create('contact', { last_name: name('Reached'), phone: '+12065550100', mobile: '+12065550101', email: 'reached@example.com', mailing_address: { street: '1 Main St', city: 'Springfield', country: 'US' } });
    await page.goto(`/o/contact/${id}?tab=details`);
    const actions = page.getByRole('group', { name: 'Actions' });
    await expect(actions.getByRole('link', { name: 'Call' })).toHaveAttribute('href', 'tel:+12065550100');
    await expect(actions.getByRole('link', { name: 'Mail' })).toHaveAttribute('href', 'mailto:reached@example.com');
    await expect(actions.getByRole('link', { name: 'Map' })).toHaveAttribute('href', /openstreetmap\.org\/search\?query=1%20Main%20St/);
    const title = page.getByRole('heading', { level: 1 });
    await expect(title).toBeInViewport();
    await page.getByRole('term').last().scrollIntoViewIfNeeded();
    await expect(title).not.toBeInViewport();
    await expect(actions.getByRole('link', { name: 'Call' })).toBeInViewport({ ratio: 1 });
    await actions.getByRole('button', { name: 'New note' }).tap();
    await expect(page.getByRole('form', { name: 'Write down' }).getByRole('tab', { name: 'Note' })).toHaveAttribute('aria-selected', 'true');
  });

  test('a message goes to the mobile number, by SMS or by WhatsApp', async ({ page, context, api, name }) => {
    const { id } = await api.create('contact', { last_name: name('Written to'), phone: '+12065550100', mobile: '+12065550101' });
    await context.route('https://wa.me/**', (route) => route.fulfill({ body: 'WhatsApp' }));
    await page.goto(`/o/contact/${id}`);
    await page.getByRole('button', { name: 'Message' }).tap();
    await expect(page.getByRole('menuitem', { name: 'Text message (SMS)' })).toBeVisible();
    const [opened] = await Promise.all([context.waitForEvent('page'), page.getByRole('menuitem', { name: 'WhatsApp' }).tap()]);
    await expect(opened).toHaveURL('https://wa.me/12065550101');
  });

  test('what a record has no value for is not offered', async ({ page, api, name }) => {
    const { id } = await api.create('account', { name: name('Unreached'), fax: '+12065550109' });
    await page.goto(`/o/account/${id}`);
    const actions = page.getByRole('group', { name: 'Actions' });
    await expect(actions.getByRole('button', { name: 'New call' })).toBeVisible();
    await expect(actions.getByRole('link')).toHaveCount(0);
    await expect(actions.getByRole('button', { name: 'Message' })).toHaveCount(0);
  });
});

test('at a desk the address leads to the map, and its actions stay beside the name', async ({ page, api, name }) => {
  const { id } = await api.create('contact', { last_name: name('At a desk'), phone: '+12065550100', mailing_address: { city: 'Springfield' } });
  await page.goto(`/o/contact/${id}`);
  const actions = page.getByRole('group', { name: 'Actions' });
  await expect(actions.getByRole('link', { name: 'Call' })).toBeVisible();
  await expect(actions.getByRole('link', { name: 'Map' })).toBeHidden();
  await expect(actions.getByRole('button', { name: 'Message' })).toBeHidden();
  await expect(page.getByRole('link', { name: 'Springfield' })).toHaveAttribute('href', /openstreetmap\.org/);
});
