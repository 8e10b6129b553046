import { request } from './client';
import type { ListRequest } from './records';

/** Everything that a list shows, as CSV with the same columns, order, filter and rights. */
export const exportCsv = ({ object, fields, filter, sort }: ListRequest) =>
  request<string>('/exports', { method: 'POST', body: { object, fields, filter, sort, format: 'csv' } });
