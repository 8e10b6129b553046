import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { type DuplicatePair, duplicatesKey, duplicatesQuery, tellApart } from '@/api/duplicates';
import type { ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { EmptyState } from '@/ui/state/empty-state';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { useToast } from '@/ui/toast/use-toast';
import { PairRow } from './pair-row';
import styles from './duplicates.module.css';

const MergeDialog = lazy(async () => ({ default: (await import('@/fields/merge-dialog')).MergeDialog }));

/** The pairs, the likeliest first, a page at a time. */
export function PairList({ object }: { object: ObjectInfo }) {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(duplicatesQuery(object.name));
  const [merging, setMerging] = useState<DuplicatePair | null>(null);
  const again = () => queries.invalidateQueries({ queryKey: duplicatesKey(object.name) });
  const apart = useMutation({
    mutationFn: (pair: DuplicatePair) => tellApart(object.name, pair, true),
    onSuccess: (_, pair) => {
      const [one, other] = pair.records;
      toast({ text: t('duplicates.told_apart', { one: one.name, other: other.name }), undo: () => tellApart(object.name, pair, false).finally(again) });
    },
    onError: (thrown) => toast({ text: reasonOf(thrown), failed: true }),
    onSettled: again,
  });
  if (isPending) return <SkeletonRows />;
  if (error) return <ErrorState title={t('duplicates.failed')} reason={reasonOf(error)} onRetry={() => void refetch()} />;
  const pairs = data.pages.flatMap((page) => page.pairs);
  if (pairs.length === 0 && !hasNextPage) return <EmptyState title={t('duplicates.empty', { objects: object.plural_label })} text={t('duplicates.empty_text')} />;
  return (
    <>
      <p className={styles.lead}>{t('duplicates.lead')}</p>
      <ul className={styles.pairs} aria-label={t('duplicates.title')}>
        {pairs.map((pair) => (
          <PairRow key={pair.records.map(({ id }) => id).join()} object={object} pair={pair} busy={apart.isPending && apart.variables === pair} onMerge={() => setMerging(pair)} onApart={() => apart.mutate(pair)} />
        ))}
      </ul>
      {hasNextPage && (
        <div>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('setup.more_rows')}
          </Button>
        </div>
      )}
      {merging && (
        <Suspense>
          <MergeDialog object={object} ids={merging.records.map(({ id }) => id)} onMerged={() => setMerging(null)} onClose={() => setMerging(null)} />
        </Suspense>
      )}
    </>
  );
}
