import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '@/api/api-error';

/** Answers of the server, kept while they are fresh. What the server refuses is not asked again; what it missed is, twice. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) => failures < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 502),
    },
  },
});
