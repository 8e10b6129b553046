import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import type { Json, RecordData, RecordPage } from '@/api/types';

type Cards = InfiniteData<RecordPage>;

/** Where a card belongs among others that are in order by `sort` ("close_date", "-amount"). */
export function placeOf(card: RecordData, cards: readonly RecordData[], sort: string | undefined): number {
  const [first = ''] = (sort ?? '').split(',');
  const descending = first.startsWith('-');
  const key = first.replace(/^-/, '');
  const value = card[key] ?? null;
  if (!key || value === null) return 0;
  const index = cards.findIndex((other) => {
    const theirs = other[key] ?? null;
    if (theirs === null) return true;
    return descending ? theirs < value : theirs > value;
  });
  return index === -1 ? cards.length : index;
}

function without(cards: Cards | undefined, id: string): Cards | undefined {
  return cards && { ...cards, pages: cards.pages.map((page) => ({ ...page, records: page.records.filter((record) => record.id !== id) })) };
}

function withCard(cards: Cards | undefined, card: RecordData, sort: string | undefined): Cards | undefined {
  if (!cards) return cards;
  const all = cards.pages.flatMap((page) => page.records);
  let place = placeOf(card, all, sort);
  const pages = cards.pages.map((page, index) => {
    const last = index === cards.pages.length - 1;
    if (place < 0 || (place > page.records.length && !last)) {
      place -= page.records.length;
      return page;
    }
    const records = page.records.toSpliced(place, 0, card);
    place = -1;
    return { ...page, records };
  });
  return { ...cards, pages };
}

/** Moves a card between two columns before the server knows; answers how to move it back. */
export function moveCard(queries: QueryClient, card: RecordData, change: Record<string, Json>, from: QueryKey, to: QueryKey, sort: string | undefined): () => void {
  const before = [from, to].map((key) => [key, queries.getQueryData<Cards>(key)] as const);
  queries.setQueryData<Cards>(from, (cards) => without(cards, card.id));
  queries.setQueryData<Cards>(to, (cards) => withCard(without(cards, card.id), { ...card, ...change }, sort));
  return () => before.forEach(([key, cards]) => queries.setQueryData(key, cards));
}
