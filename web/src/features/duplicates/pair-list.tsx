import { useInfiniteQuery, useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { failureOf, reasonOf } from '@/api/api-error';
import { type DuplicatePair, duplicatesKey, duplicatesQuery, tellApart } from '@/api/duplicates';
import { useCatalogue } from '@/api/catalogue';
import { fieldsToAsk } from '@/api/columns';
import { shortListQuery } from '@/api/records';
import { tellingColumns } from '@/api/telling-columns';
import type { ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { EmptyState } from '@/ui/state/empty-state';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { useToast } from '@/ui/toast/use-toast';
import { MoreRows } from '@/ui/state/more-rows';
import { PairRow } from './pair-row';
import styles from './duplicates.module.css';

const MergeDialog = lazy(async () => ({ default: (await import('@/fields/merge-dialog')).MergeDialog }));

export interface PairListProps {
  object: ObjectInfo;
  /** Those of which somebody said that they are different. */
  different: boolean;
}

/** The pairs, the likeliest first, a page at a time. */
export function PairList({ object, different }: PairListProps) {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(duplicatesQuery(object.name, different));
  const catalogue = useCatalogue();
  const columns = useMemo(() => tellingColumns(object, catalogue), [object, catalogue]);
  const known = useQueries({
    queries: (data?.pages ?? []).map((page) => {
      const ids = [...new Set(page.pairs.flatMap((pair) => pair.records.map(({ id }) => id)))];
      return { ...shortListQuery({ object: object.name, fields: fieldsToAsk(columns, object), filter: { field: 'id', op: 'in', value: ids }, limit: ids.length }), enabled: ids.length > 0 };
    }),
  });
  const [merging, setMerging] = useState<DuplicatePair | null>(null);
  const again = () => queries.invalidateQueries({ queryKey: duplicatesKey(object.name) });
  const apart = useMutation({
    mutationFn: (pair: DuplicatePair) => tellApart(object.name, pair, !different),
    onSuccess: (_, pair) => {
      const [one, other] = pair.records;
      toast({ text: t(different ? 'duplicates.taken_back' : 'duplicates.told_apart', { one: one.name, other: other.name }), undo: () => tellApart(object.name, pair, different).finally(again) });
    },
    onError: (thrown) => toast({ text: reasonOf(thrown), failed: true }),
    onSettled: again,
  });
  if (isPending) return <SkeletonRows />;
  if (error) return <ErrorState title={t('duplicates.failed')} {...failureOf(error)} onRetry={() => void refetch()} />;
  const pairs = data.pages.flatMap((page) => page.pairs);
  const records = new Map(known.flatMap((page) => page.data ?? []).map((record) => [record.id, record]));
  if (pairs.length === 0 && !hasNextPage && different) return <EmptyState title={t('duplicates.empty_different')} text={t('duplicates.empty_different_text')} />;
  if (pairs.length === 0 && !hasNextPage) return <EmptyState title={t('duplicates.empty', { objects: object.plural_label })} text={t('duplicates.empty_text')} />;
  return (
    <>
      <p className={styles.lead}>{t(different ? 'duplicates.lead_different' : 'duplicates.lead')}</p>
      <ul className={styles.pairs} aria-label={t('duplicates.title')}>
        {pairs.map((pair) => (
          <PairRow
            key={pair.records.map(({ id }) => id).join()}
            object={object}
            pair={pair}
            columns={columns}
            records={records}
            different={different}
            busy={apart.isPending && apart.variables === pair}
            onMerge={() => setMerging(pair)}
            onApart={() => apart.mutate(pair)}
          />
        ))}
      </ul>
      <MoreRows more={hasNextPage} busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
      {merging && (
        <Suspense>
          <MergeDialog object={object} ids={merging.records.map(({ id }) => id)} onMerged={() => setMerging(null)} onClose={() => setMerging(null)} />
        </Suspense>
      )}
    </>
  );
}
