import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import { recordsKey } from './records';
import type { ObjectInfo, RecordPage } from './types';

/** What lies in the trash of an object, the latest first. */
export const trashQuery = (object: ObjectInfo) => {
  const wanted = ['id', object.name_field, 'deleted_at', 'updated_by_id'];
  const fields = wanted.filter((name) => object.fields.some((field) => field.name === name));
  return queryOptions({
    queryKey: [...recordsKey(object.name), 'trash'] as const,
    queryFn: ({ signal }) => request<RecordPage>(`/records/${object.name}`, { query: { trash: 'only', fields: [...new Set(fields)].join(','), sort: '-deleted_at', limit: 200 }, signal }),
  });
};
