import type { QueryClient } from '@tanstack/react-query';
import { type Known, knownTo } from '@/api/catalogue';
import type { BoardSearch } from '@/features/board/board-request';
import type { ListSearch } from '@/features/list/list-view';
import { awaitFirst } from '@/lib/first-answers';

/** Asks the server for what a page will show, as far as its address says; answers when it is there. */
type Ask = (queries: QueryClient, known: Pick<Known, 'me' | 'catalogue'>, params: Record<string, string>, search: ListSearch & BoardSearch) => Promise<unknown>;

interface Entered {
  context: { queries: QueryClient };
  cause: 'preload' | 'enter' | 'stay';
  params: Record<string, string>;
  location: { search: Record<string, unknown> };
}

/** Has a page ask for what it shows while the frame is still being drawn; not each page whose link the pointer passes. */
export function asking(page: () => Promise<{ ask: Ask }>, { context: { queries }, cause, params, location }: Entered, read: (search: Record<string, unknown>) => ListSearch & BoardSearch = () => ({})): void {
  if (cause !== 'enter') return;
  const asked = Promise.all([page(), knownTo(queries)]).then(([{ ask }, known]) => ask(queries, known, params, read(location.search)));
  // What fails here fails again when it is drawn, and is told there.
  asked.catch(() => undefined);
  awaitFirst(asked);
}
