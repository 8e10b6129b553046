import { type Query, useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useDrawn } from '@/lib/use-first';

const patience = 1500;
const first = { predicate: ({ state }: Query) => state.status === 'pending' };

/**
 * Whether what the page is made of has come: panels of whose length nobody knows would push each other about if each were shown when
 * it is there. Whatever takes longer than a moment and a half is not waited for.
 */
export function useTogether(): boolean {
  const queries = useQueryClient();
  const [come, setCome] = useState(false);
  const waiting = useIsFetching(first);
  useEffect(() => {
    if (queries.isFetching(first) === 0) setCome(true);
  }, [queries, waiting]);
  useEffect(() => {
    const timer = setTimeout(() => setCome(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return useDrawn(come);
}
