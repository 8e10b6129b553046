import { upload, type UploadOptions } from './client';
import { shortListQuery } from './records';
import type { ObjectInfo, RecordData } from './types';

/** The most that a record's page lists at once; more are found in the list of files. */
export const filesShown = 50;

/** The files of a record, newest first. */
export const filesOf = (record: string) =>
  shortListQuery({
    object: 'file',
    fields: ['id', 'version', 'name', 'url', 'content_type', 'size', 'created_at', 'owner_id', 'owner.name'],
    filter: { field: 'record_id', op: '=', value: record },
    sort: '-created_at',
    limit: filesShown,
  });

/** Whether files can belong to its records. */
export const holdsFiles = (object: ObjectInfo | undefined) => object?.children.some((child) => child.object === 'file') ?? false;

/** Keeps a file; it belongs to `record`, or to nobody yet. */
export function uploadFile(file: File, record: string | undefined, options: UploadOptions) {
  const form = new FormData();
  if (record) form.append('record', record);
  form.append('file', file, file.name);
  return upload<RecordData>('/files', form, options);
}

/** Where the content is; `download` hands it out to be kept, whatever it is. */
export const contentUrl = (id: string, download = false) => `/api/v1/files/${id}/content${download ? '?download=true' : ''}`;

/** How a browser can show a kind of content without running any of it; undefined when it cannot. */
export function previewOf(contentType: unknown): 'image' | 'page' | undefined {
  if (typeof contentType !== 'string') return undefined;
  if (contentType.startsWith('image/') && !contentType.includes('svg')) return 'image';
  return contentType === 'application/pdf' || contentType === 'text/plain' ? 'page' : undefined;
}
