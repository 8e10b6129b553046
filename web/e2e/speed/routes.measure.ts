import type { Api } from '../api.ts';
import { test } from '../test.ts';
import { p95, tell } from './measured.ts';
import { go, openHome, type Step, walk } from './walk.ts';

const rounds = 12;

/** Changes a record of each object, which others' changes do all day. */
async function touch(api: Api): Promise<void> {
  for (const object of ['contact', 'account', 'opportunity']) {
    const [record] = await api.query(`SELECT id FROM ${object} LIMIT 1`);
    await api.update(object, String(record?.id), { description: `Seen at ${Date.now()}` });
  }
}

test('routes', async ({ page, api }) => {
  await openHome(page);
  const first: number[] = [];
  for (const step of walk) first.push(await go(page, step));
  tell({ what: 'route change to useful content, a screen for the first time, slowest', value: Math.max(...first), goal: 500, unit: 'ms' });

  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) {
    // Whatever was kept of the lists and records is stale: everything is asked again.
    await touch(api);
    for (const step of walk) taken.push(await go(page, step));
  }
  tell({ what: 'route change to useful content, p95', value: p95(taken), goal: 150, unit: 'ms' });
});

test('memory', async ({ page }) => {
  await openHome(page);
  const session = await page.context().newCDPSession(page);
  const kept = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize / 1024 / 1024;
  };
  const visit = async (changes: number) => {
    for (let change = 0; change < changes; change++) await go(page, walk[change % walk.length] as Step);
  };
  // What the engine compiles on the way is memory, too: it goes on for some rounds, and is all that grew when it was looked into.
  await visit(walk.length * 12);
  const before = await kept();
  await visit(200);
  await visit(walk.length - (200 % walk.length));
  tell({ what: 'memory kept, after 200 route changes of what it was before', value: ((await kept()) / before) * 100, goal: 110, unit: '%' });
});
