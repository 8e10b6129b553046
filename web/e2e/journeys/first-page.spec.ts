import { expect, test } from '../test.ts';

test('the first page asks for what it shows, once, and then for what stands beside it', async ({ page, app }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname + (request.postData() ?? '')));
  const first = (what: string) => asked.findIndex((each) => each.includes(what));
  await app.openBoard();
  const beside = ['/notifications/unread', 'SELECT COUNT(id) FROM opportunity'];
  for (const what of beside) await expect.poll(() => first(what), what).toBeGreaterThan(first('/records/opportunity'));

  expect(first('/records/opportunity')).toBeGreaterThan(first('/records/stage'));
  expect(first('MIN(due_date)')).toBeGreaterThan(first('/records/opportunity'));
  for (const once of ['/me', '/metadata/objects', '/records/pipeline', '/records/stage']) expect(asked.filter((each) => each === `/api/v1${once}`), once).toHaveLength(1);
});
