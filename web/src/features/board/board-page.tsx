import type { QueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type Known, useCatalogue } from '@/api/catalogue';
import { useText } from '@/i18n/use-text';
import { EmptyState } from '@/ui/state/empty-state';
import { Board } from './board';
import { askForBoard, type BoardSearch, shownBoard } from './board-request';

/** Asks for columns and cards. */
export async function ask(queries: QueryClient, known: Pick<Known, 'me' | 'catalogue'>, params: Record<string, string>, search: BoardSearch): Promise<void> {
  const object = known.catalogue.find(params.object);
  if (object) await askForBoard(queries, known, object, search);
}

/** The cards of an object in columns: deals by stage, tasks by status. */
export function BoardPage() {
  const t = useText();
  const { object: name } = useParams({ from: '/frame/o/$object/board' });
  const search = useSearch({ from: '/frame/o/$object/board' });
  const catalogue = useCatalogue();
  const object = catalogue.find(name);
  const view = useMemo(() => object && shownBoard(object, search, catalogue, t('list.board')), [object, search, catalogue, t]);
  if (!object || !view) return <EmptyState page title={t('error.no_object')} text={t('error.no_object_text', { name })} />;
  return <Board key={`${name} ${view.saved.name}`} object={object} view={view} search={search} />;
}
