import { queryOptions } from '@tanstack/react-query';
import { request, upload, type UploadOptions } from './client';
import type { ImportPreview, ImportReport } from './types';

/** What goes to a field, or relation, for each row. */
export type ImportSource = string | { column: string; match?: string; create_missing?: boolean; otherwise?: string; default?: string };

export interface ImportRequest {
  object: string;
  file: File;
  /** Of a workbook; its first without it. */
  sheet?: string;
  /** Field, or relation, → column of the file; a column that is not named here is left out. */
  fields: Record<string, ImportSource>;
  /** The field that says which record a row is about; without it every row is a new record. */
  match?: string;
  /** What happens to rows whose record is there, or is not. */
  mode?: string;
  dryRun: boolean;
}

async function send<T>(path: string, what: object, file: File, options?: UploadOptions): Promise<T> {
  const form = new FormData();
  form.append('request', JSON.stringify(what));
  form.append('file', file, file.name);
  return (await upload<T>(path, form, options)).answer;
}

/** The columns of a file, whatever its format, and the field that each is probably meant for. */
export const previewImport = (object: string, file: File, sheet?: string) => send<ImportPreview>('/imports/preview', { object, sheet }, file);

export const startImport = ({ object, file, sheet, fields, match, mode, dryRun }: ImportRequest) =>
  send<ImportReport>('/imports', { object, sheet, file_name: file.name, mapping: { fields, mode, other_columns: 'leave' }, match, dry_run: dryRun }, file);

/** The state of an import; asked for again when the server tells how far it is. */
export const importQuery = (id: ImportReport['id']) =>
  queryOptions({
    queryKey: ['imports', id] as const,
    queryFn: ({ signal }) => request<ImportReport>(`/imports/${id}`, { signal }),
  });

/** One's imports, those that run among them, newest first; an administrator sees everybody's. */
export const importsQuery = queryOptions({
  queryKey: ['imports'] as const,
  queryFn: async ({ signal }) => (await request<{ imports: ImportReport[] }>('/imports', { query: { limit: 100 }, signal })).imports,
  staleTime: 0,
  refetchInterval: (query) => (query.state.data?.some((each) => each.state === 'running') ? 2000 : false),
});

/** Ends an import that runs; the rows that are in stay. */
export const cancelImport = (id: ImportReport['id']) => request<ImportReport>(`/imports/${id}`, { method: 'DELETE' });

/** The rows that failed, as CSV with the reason in its last column. */
export const importErrors = (id: ImportReport['id']) => request<string>(`/imports/${id}/errors`);
