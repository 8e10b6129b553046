import type { QueryClient } from '@tanstack/react-query';
import { type Known, knownTo } from '@/api/catalogue';
import type { ListSearch } from '@/features/list/list-view';

/** Asks the server for what a page will show. */
type Ask = (queries: QueryClient, known: Pick<Known, 'me' | 'catalogue'>, params: Record<string, string>, search: ListSearch) => void;

interface Entered {
  context: { queries: QueryClient };
  cause: 'preload' | 'enter' | 'stay';
  params: object;
  location: { search: object };
}

/** A loader that has a page ask for what it shows while the frame is still being drawn; not each page whose link the pointer passes. */
export const asking =
  (page: () => Promise<{ ask: Ask }>, read: (search: Record<string, unknown>) => ListSearch = () => ({})) =>
  ({ context: { queries }, cause, params, location }: Entered): void => {
    if (cause !== 'enter') return;
    // What fails here fails again when it is drawn, and is told there.
    Promise.all([page(), knownTo(queries)]).then(([{ ask }, known]) => ask(queries, known, params as Record<string, string>, read(location.search as Record<string, unknown>)), () => undefined);
  };
