import type { QueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { type Known, useCatalogue } from '@/api/catalogue';
import { useText } from '@/i18n/use-text';
import { EmptyState } from '@/ui/state/empty-state';
import { Board } from './board';
import { askForBoard, type BoardSearch, boardView } from './board-request';

/** Asks for columns and cards. */
export async function ask(queries: QueryClient, known: Pick<Known, 'catalogue'>, params: Record<string, string>, search: BoardSearch): Promise<void> {
  const object = known.catalogue.find(params.object);
  if (object) await askForBoard(queries, known, object, search);
}

/** The cards of an object in columns: deals by stage, tasks by status. */
export function BoardPage() {
  const t = useText();
  const { object: name } = useParams({ from: '/frame/o/$object/board' });
  const search = useSearch({ from: '/frame/o/$object/board' });
  const object = useCatalogue().find(name);
  if (!object) return <EmptyState page title={t('error.no_object')} text={t('error.no_object_text', { name })} />;
  const view = boardView(object, search.view);
  return <Board key={`${name} ${view?.name}`} object={object} view={view} search={search} />;
}
