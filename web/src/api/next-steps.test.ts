import { expect, it } from 'vitest';
import { earliestSteps } from './next-steps';

const row = (id: string, day: string | null) => ({ id: '', related_to_id: id, expr0: day });

it('takes the earlier of a task and an event', () => {
  const steps = earliestSteps([[row('deal', '2026-12-09')], [row('deal', '2026-11-22T23:30:00Z')]], 'Europe/Berlin');
  expect(steps.get('deal')).toBe('2026-11-23');
});

it('prefers what has a day, and knows of what has none', () => {
  const steps = earliestSteps([[row('one', null), row('other', null)], [row('one', '2026-12-15T13:15:00Z')]], 'Europe/Berlin');
  expect([steps.get('one'), steps.get('other')]).toEqual(['2026-12-15', '']);
});
