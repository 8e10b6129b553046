import { queryOptions } from '@tanstack/react-query';
import type { Translations } from '@/lib/translations';
import { request } from './client';
import type { DetailLayout, Field, FieldList, FieldType, Json, ListView, Metadata, ObjectInfo, RecordName, RoleLayout, Usage, ValidationRule } from './types';

/** Every object and field that one may see. All screens are drawn from this answer. */
export const metadataQuery = queryOptions({
  queryKey: ['metadata'],
  queryFn: ({ signal }) => request<Metadata>('/metadata/objects', { signal }),
  staleTime: 60_000,
});

const objectPath = (object: string) => `/metadata/objects/${object}`;
const fieldPath = (object: string, field: string) => `${objectPath(object)}/fields/${field}`;

export type FieldChange = Partial<Pick<Field, 'label' | 'help' | 'translations' | 'required' | 'unique' | 'options' | 'scale' | 'length'>>;
export type NewField = FieldChange & { name: string; label: string; type: string; to?: string; children?: string; formula?: string; result?: string };

export const createObject = (object: { name: string; label: string; plural_label: string }) =>
  request<ObjectInfo>('/metadata/objects', { method: 'POST', body: object });

export const updateObject = (object: string, change: Record<string, Json> & { translations?: Translations }) =>
  request<ObjectInfo>(objectPath(object), { method: 'PATCH', body: change });

export const deleteObject = (object: string) => request<undefined>(objectPath(object), { method: 'DELETE', query: { confirm: 'true' } });

export const createField = (object: string, field: NewField) =>
  request<ObjectInfo>(`${objectPath(object)}/fields`, { method: 'POST', body: field });

export const updateField = (object: string, field: string, change: FieldChange) =>
  request<ObjectInfo>(fieldPath(object, field), { method: 'PATCH', body: change });

/** Also where it is used: `usageQuery` says so before. */
export const deleteField = (object: string, field: string) => request<ObjectInfo>(fieldPath(object, field), { method: 'DELETE', query: { confirm: 'true' } });

/** A field that was deleted; its values are kept. */
export interface DeletedField {
  id: string;
  name: string;
  label: string;
  type: FieldType;
  deleted_at: string;
  /** Not there when the system deleted it. */
  deleted_by: RecordName | null;
}

export const deletedFieldsQuery = (object: string) =>
  queryOptions({
    queryKey: ['metadata', object, 'deleted-fields'] as const,
    queryFn: ({ signal }) => request<{ deleted_fields: DeletedField[] }>(`${objectPath(object)}/deleted_fields`, { signal }),
  });

/** What came of it: settings that the records of now do not meet, and how many values named records that are no more. */
export interface BroughtBack {
  field: string;
  without: ('required' | 'unique' | 'external_id')[];
  emptied: number;
}

export const bringBackField = (object: string, id: string) => request<BroughtBack>(`${objectPath(object)}/deleted_fields/${id}/bring_back`, { method: 'POST' });

export const saveListView = (object: string, view: ListView) =>
  request<ObjectInfo>(`${objectPath(object)}/list_views/${view.name}`, { method: 'PUT', body: view });

export const deleteListView = (object: string, name: string) =>
  request<ObjectInfo>(`${objectPath(object)}/list_views/${name}`, { method: 'DELETE' });

export const saveLayout = (object: string, name: string, layout: DetailLayout | FieldList | RoleLayout) =>
  request<ObjectInfo>(`${objectPath(object)}/layouts/${name}`, { method: 'PUT', body: layout });

export const deleteLayout = (object: string, name: string) => request<ObjectInfo>(`${objectPath(object)}/layouts/${name}`, { method: 'DELETE' });

export const saveRule = (object: string, { name, ...rule }: ValidationRule) =>
  request<ObjectInfo>(`${objectPath(object)}/validation_rules/${name}`, { method: 'PUT', body: rule });

export const deleteRule = (object: string, name: string) => request<ObjectInfo>(`${objectPath(object)}/validation_rules/${name}`, { method: 'DELETE' });

/** A formula as the server reads it: what it gives and which fields it needs, or what is wrong with it. */
export type CheckedFormula = { valid: true; shape: string; reads: string[] } | { valid: false; message: string };

export const formulaQuery = (object: string, formula: string) =>
  queryOptions({
    queryKey: ['metadata', object, 'formula', formula],
    queryFn: ({ signal }) => request<CheckedFormula>(`${objectPath(object)}/check_formula`, { method: 'POST', body: { formula }, signal }),
  });

/** Where an object, or one of its fields, is used: views, layouts, rules. */
export const usageQuery = (object: string, field?: string) =>
  queryOptions({
    queryKey: ['metadata', object, 'usage', field],
    queryFn: ({ signal }) => request<{ used_by: Usage[] }>(`${field === undefined ? objectPath(object) : fieldPath(object, field)}/usage`, { signal }),
    // What is deleted goes for good: it is asked each time.
    staleTime: 0,
  });
