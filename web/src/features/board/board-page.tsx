import type { QueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { type Known, fieldOf, useCatalogue } from '@/api/catalogue';
import { pipelinesQuery, stagesQuery } from '@/api/pipelines';
import { useText } from '@/i18n/use-text';
import { EmptyState } from '@/ui/state/empty-state';
import { Board } from './board';

/** Asks for the columns; which cards stand in them is asked when they are known. */
export function ask(queries: QueryClient, { catalogue }: Pick<Known, 'catalogue'>, params: Record<string, string>): void {
  const object = catalogue.find(params.object);
  if (object && fieldOf(object, 'stage_id')) [pipelinesQuery, stagesQuery].forEach((query) => void queries.prefetchQuery(query));
}

/** The cards of an object in columns: deals by stage, tasks by status. */
export function BoardPage() {
  const t = useText();
  const { object: name } = useParams({ from: '/frame/o/$object/board' });
  const search = useSearch({ from: '/frame/o/$object/board' });
  const object = useCatalogue().find(name);
  if (!object) return <EmptyState page title={t('error.no_object')} text={t('error.no_object_text', { name })} />;
  const boards = object.list_views.filter((view) => view.kind === 'board');
  const view = boards.find((each) => each.name === search.view) ?? boards[0];
  return <Board key={`${name} ${view?.name}`} object={object} view={view} search={search} />;
}
