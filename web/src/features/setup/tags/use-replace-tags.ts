import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { reasonOf } from '@/api/api-error';
import { useUndoOf, whenDone } from '@/api/change-sets';
import { type ReplacedTags, replaceTags } from '@/api/tags';
import { useText } from '@/i18n/use-text';
import { inWords } from '@/lib/problem-words';
import { useToast } from '@/ui/toast/use-toast';

export type ReplaceTags = (tags: readonly string[], by: string | null) => Promise<void>;

/** Replaces tags on all records, and tells what became of it. Answers when it has begun; throws when it was refused. */
export function useReplaceTags(): ReplaceTags {
  const t = useText();
  const toast = useToast();
  const undoOf = useUndoOf();
  const queries = useQueryClient();
  return useCallback(
    async (tags, by) => {
      const started = await replaceTags(tags, by);
      const tell = ({ changed, kept, reason, change_set }: ReplacedTags) => {
        const done = by === null ? t('tags.taken_off', { count: changed }) : t('tags.became', { tag: by, count: changed });
        toast({ text: kept > 0 ? `${done} ${t('tags.kept', { count: kept, reason: inWords(reason) })}` : done, failed: kept > 0, undo: undoOf(change_set) });
      };
      if (started.state === 'running') toast({ text: t('tags.going_on') });
      void whenDone(queries, started, t('tags.stopped'))
        .then(tell)
        .catch((error: unknown) => toast({ text: reasonOf(error), failed: true }))
        .finally(() => queries.invalidateQueries({ queryKey: ['records'] }));
    },
    [t, toast, undoOf, queries],
  );
}
