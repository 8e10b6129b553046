import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import type { RecordData } from '@/api/types';
import { moveCard, placeOf } from './board-cache';

const card = (id: string, close_date: string): RecordData => ({ id, close_date });

it('puts a card where the order wants it', () => {
  const cards = [card('a', '2026-01-01'), card('b', '2026-03-01')];
  expect(placeOf(card('c', '2026-02-01'), cards, 'close_date')).toBe(1);
  expect(placeOf(card('c', '2026-02-01'), cards.toReversed(), '-close_date')).toBe(1);
  expect(placeOf(card('c', '2026-09-01'), cards, 'close_date')).toBe(2);
});

it('moves a card and back', () => {
  const queries = new QueryClient();
  const list = (...records: RecordData[]) => ({ pages: [{ records, next: null }], pageParams: [null] });
  queries.setQueryData(['from'], list(card('a', '2026-01-01')));
  queries.setQueryData(['to'], list(card('b', '2026-02-01')));
  const ids = (key: string) => queries.getQueryData<ReturnType<typeof list>>([key])?.pages[0]?.records.map((record) => record.id);

  const back = moveCard(queries, card('a', '2026-01-01'), { stage_id: 'to' }, ['from'], ['to'], 'close_date');
  expect([ids('from'), ids('to')]).toEqual([[], ['a', 'b']]);
  back();
  expect([ids('from'), ids('to')]).toEqual([['a'], ['b']]);
});
