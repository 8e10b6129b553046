import { expect, it } from 'vitest';
import { mark, sampleOperations, sampleTasks } from './sample-data';

const operations = sampleOperations('2026-11-22', 'SEK', ['first', 'second']);

it('marks everything that it makes, so that all of it can be taken away', () => {
  expect(operations.flat().every((operation) => String(operation.fields?.external_id).startsWith(mark))).toBe(true);
});

it('refers only to what comes before', () => {
  const known = new Set<unknown>();
  for (const group of operations) {
    for (const { fields } of group)
      for (const value of Object.values(fields ?? {}))
        if (value && typeof value === 'object' && 'external_id' in value) expect(known).toContain(value.external_id);
    group.forEach((operation) => known.add(operation.fields?.external_id));
  }
});

it('stays within the stages that there are, and leaves some deals without a next step', () => {
  expect(new Set(operations[2]?.map((operation) => operation.fields?.stage_id))).toEqual(new Set(['first', 'second']));
  const ids = new Map((operations[2] ?? []).map((operation, index) => [String(operation.fields?.external_id), `id${index}`]));
  expect(sampleTasks('2026-11-22', ids).length).toBeLessThan(ids.size);
});
