import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { recordsKey } from '@/api/records';

/** Asks anew for everything that shows pipelines and stages. */
export function useStagesChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    await Promise.all([queries.invalidateQueries({ queryKey: recordsKey('stage') }), queries.invalidateQueries({ queryKey: recordsKey('pipeline') })]);
  }, [queries]);
}
