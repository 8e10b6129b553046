import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { failureOf } from '@/api/api-error';
import { useCatalogue } from '@/api/catalogue';
import { columnsOf } from '@/api/columns';
import { recordListQuery } from '@/api/records';
import { soqlQuery } from '@/api/soql';
import type { Json, ObjectInfo } from '@/api/types';
import { finishedFilter } from '@/fields/filter/filter-model';
import { ViewTabs } from '@/fields/views/view-tabs';
import { classNames } from '@/lib/class-names';
import { late } from '@/lib/late';
import { usePreferences } from '@/lib/preferences';
import { useSlow } from '@/lib/use-slow';
import { useText } from '@/i18n/use-text';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { usePhone } from '@/ui/media/use-phone';
import { VisuallyHidden } from '@/ui/text/visually-hidden';
import { BulkBar } from './bulk-bar';
import { RecordGallery } from './gallery/record-gallery';
import { ListEmpty } from './list-empty';
import { ListHeader } from './list-header';
import { listRequest } from './list-request';
import { ListToolbar } from './list-toolbar';
import { type ListSearch, rowsAsked, shownView } from './list-view';
import { PhoneList } from './phone-list';
import { RecordTable } from './record-table';
import { groupShown, groupsOf, linesOf } from './list-groups';
import { toldBy, totalsOf, totalsSoql } from './table-footer-model';
import { useKeptSelection } from './use-kept-selection';
import { useListCommands } from './use-list-commands';
import styles from './list.module.css';

// Outlines of countries, projections and groups of points come when a map is opened, days and what drags entries when a calendar is.
const DroppedNote = late(async () => (await import('@/fields/views/dropped-note')).DroppedNote);
const RecordMap = lazy(async () => ({ default: (await import('./map/record-map')).RecordMap }));
const RecordCalendar = lazy(async () => ({ default: (await import('./calendar/record-calendar')).RecordCalendar }));

/** Saved views, filters, the table itself and what can be done with the rows that are selected. */
export function RecordList({ object, search }: { object: ObjectInfo; search: ListSearch }) {
  const t = useText();
  const catalogue = useCatalogue();
  const client = useQueryClient();
  const navigate = useNavigate({ from: '/o/$object' });
  const phone = usePhone();
  const view = useMemo(() => shownView(object, search, catalogue, t('list.all', { objects: object.plural_label })), [object, search, catalogue, t]);
  // As long as the columns are the same, rows are not drawn again because the address says something else.
  const paths = view.columns.join(' ');
  const columns = useMemo(() => columnsOf(paths.split(' '), object, catalogue), [paths, object, catalogue]);
  const asked = useMemo(() => finishedFilter(view.filter), [view.filter]);
  const group = useMemo(() => groupShown(search, object, catalogue), [search, object, catalogue]);
  const [folded, setFolded] = useState<readonly Json[]>([]);
  const list = useMemo(() => listRequest(object, search, catalogue, folded), [object, search, catalogue, folded]);
  // A map and a calendar ask for what they show by themselves.
  const asksRows = rowsAsked(view);
  const { data, error, isPending, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({ ...recordListQuery(list), enabled: asksRows, placeholderData: (before) => before });
  const { aggregates } = usePreferences();
  const told = useMemo(() => toldBy(object, columns, aggregates), [object, columns, aggregates]);
  const { data: totals } = useQuery({ ...soqlQuery(object.name, totalsSoql(object, told), asked), placeholderData: (before) => before });
  const { data: groupRows } = useQuery({ ...soqlQuery(object.name, totalsSoql(object, told, group), asked), enabled: group !== undefined });
  const rows = useMemo(() => data?.pages.flatMap((page) => page.records) ?? [], [data]);
  const footer = totalsOf(totals?.[0], told);
  const lines = useMemo(() => (group && groupRows ? linesOf(rows, groupsOf(groupRows, group, told), group, folded, hasNextPage) : undefined), [rows, group, groupRows, told, folded, hasNextPage]);
  const [selected, setSelected] = useKeptSelection(object.name);
  const clear = useCallback(() => setSelected(new Set()), [setSelected]);

  const change = useCallback(
    (next: Partial<ListSearch>) => {
      // Asked before the address says so: what it then says finds the answer on its way.
      if (rowsAsked(shownView(object, { ...search, ...next }, catalogue, ''))) void client.prefetchInfiniteQuery(recordListQuery(listRequest(object, { ...search, ...next }, catalogue, folded)));
      void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
    },
    [client, object, search, catalogue, folded, navigate],
  );
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  useListCommands(object);
  const beside = useSearch({ from: '/frame', select: ({ peek }) => peek !== undefined });

  const waiting = asksRows && isPlaceholderData;
  // The rows of before are dimmed only when the next take a while: that has all of them painted.
  const slow = useSlow(waiting);

  const shared = { object, columns, rows, list, selected, onSelect: setSelected, onLoadMore: loadMore };
  return (
    <>
      <div role="status">
        <VisuallyHidden>{footer ? t('list.count', { count: footer.count }) : ''}</VisuallyHidden>
      </div>
      <ListHeader object={object} count={footer?.count} list={list} view={view} />
      <ViewTabs object={object} view={view} />
      <ListToolbar object={object} view={view} asked={asked} group={group?.path} onChange={change} />
      {view.dropped.length > 0 && <DroppedNote object={object} view={view} />}
      <div className={classNames(styles.area, beside && !asksRows && styles.beside, slow && styles.slow)} aria-busy={waiting || undefined}>
        {asksRows && error && rows.length === 0 ? (
          <ErrorState title={t('list.failed', { objects: object.plural_label })} {...failureOf(error)} onRetry={() => void refetch()} />
        ) : asksRows && isPending ? (
          <SkeletonRows rows={16} />
        ) : (asksRows ? rows.length === 0 && folded.length === 0 : footer?.count === 0) ? (
          <ListEmpty object={object} filtered={asked !== null} onClear={() => change({ filter: view.saved.filter && !search.filter ? 'none' : undefined })} />
        ) : view.as === 'map' ? (
          <Suspense fallback={<SkeletonRows rows={16} />}>
            <RecordMap object={object} asked={asked} sort={view.sort} total={footer?.count} place={search.place} onChange={change} />
          </Suspense>
        ) : view.as === 'calendar' && view.date ? (
          <Suspense fallback={<SkeletonRows rows={16} />}>
            <RecordCalendar object={object} date={view.date} columns={columns} asked={asked} search={search} onChange={change} />
          </Suspense>
        ) : view.as === 'gallery' ? (
          <RecordGallery {...shared} total={footer?.count} />
        ) : phone ? (
          <PhoneList {...shared} />
        ) : (
          <RecordTable {...shared} sort={view.sort} told={told} footer={footer} lines={lines} group={group} folded={folded} onFold={setFolded} onChange={change} filter={view.filter} />
        )}
        {selected.size > 0 && <BulkBar object={object} list={list} total={footer?.count} paths={view.columns} selected={selected} onSelect={setSelected} onClear={clear} />}
      </div>
    </>
  );
}
