import { requestFile } from './client';
import type { ListRequest } from './list-request';

export type ExportFormat = 'csv' | 'xlsx';

/** Everything that a list shows, as CSV or as a workbook with the same columns, order, filter and rights. People open it in spreadsheets, which run no text of it. */
export const exportList = ({ object, fields, filter, sort }: ListRequest, format: ExportFormat) => requestFile('/exports', { method: 'POST', body: { object, fields, filter, sort, format, formula_guard: true } });
