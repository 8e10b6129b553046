import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import type { ImportReport } from './types';

export interface ImportRequest {
  object: string;
  csv: string;
  /** Column of the file → field; a column that is not named here is not imported. */
  mapping: Record<string, string>;
  match?: string;
  dryRun: boolean;
}

export const startImport = ({ object, csv, mapping, match, dryRun }: ImportRequest) =>
  request<ImportReport>('/imports', { method: 'POST', body: { object, csv, mapping, match, dry_run: dryRun } });

/** The state of an import; asks again every second while it runs. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id] as const,
    queryFn: ({ signal }) => request<ImportReport>(`/imports/${id}`, { signal }),
    refetchInterval: (query) => (query.state.data?.state === 'running' ? 1000 : false),
  });

/** The rows that failed, as CSV with the reason in its last column. */
export const importErrors = (id: string) => request<string>(`/imports/${id}/errors`);
