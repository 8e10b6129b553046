import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import type { ImportReport } from './types';

export interface ImportRequest {
  object: string;
  csv: string;
  fileName: string;
  /** Field, or relation, → column of the file; a column that is not named here is left out. */
  fields: Record<string, string | { column: string; match?: string; create_missing?: boolean }>;
  /** The field that says which record a row is about; without it every row is a new record. */
  match?: string;
  /** What happens to rows whose record is there, or is not. */
  mode?: string;
  dryRun: boolean;
}

export const startImport = ({ object, csv, fileName, fields, match, mode, dryRun }: ImportRequest) =>
  request<ImportReport>('/imports', { method: 'POST', body: { object, csv, file_name: fileName, mapping: { fields, mode, other_columns: 'leave' }, match, dry_run: dryRun } });

/** The state of an import; asked for again when the server tells how far it is. */
export const importQuery = (id: ImportReport['id']) =>
  queryOptions({
    queryKey: ['imports', id] as const,
    queryFn: ({ signal }) => request<ImportReport>(`/imports/${id}`, { signal }),
  });

/** The rows that failed, as CSV with the reason in its last column. */
export const importErrors = (id: ImportReport['id']) => request<string>(`/imports/${id}/errors`);
