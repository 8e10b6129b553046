import type { QueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { type Known, useCatalogue } from '@/api/catalogue';
import { recordListQuery } from '@/api/records';
import { useText } from '@/i18n/use-text';
import { EmptyState } from '@/ui/state/empty-state';
import { listRequest } from './list-request';
import { type ListSearch, rowsAsked, shownView } from './list-view';
import { RecordList } from './record-list';

/** Asks for the first rows. */
export async function ask(queries: QueryClient, { catalogue }: Pick<Known, 'catalogue'>, params: Record<string, string>, search: ListSearch): Promise<void> {
  const object = catalogue.find(params.object);
  if (object && rowsAsked(shownView(object, search, catalogue, ''))) await queries.prefetchInfiniteQuery(recordListQuery(listRequest(object, search, catalogue, [])));
}

/** The records of any object as a table. */
export function ListPage() {
  const t = useText();
  const { object: name } = useParams({ from: '/frame/o/$object' });
  const search = useSearch({ from: '/frame/o/$object' });
  const object = useCatalogue().find(name);
  if (!object) return <EmptyState page title={t('error.no_object')} text={t('error.no_object_text', { name })} />;
  return <RecordList key={name} object={object} search={search} />;
}
