import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import type { FieldType, Json, RecordName, Usage } from './types';

/** What a field is to become; with `undo`, what it was before its last change. */
export interface TypeChange {
  type?: FieldType;
  scale?: number;
  /** To a picklist: what is none of its choices becomes one. */
  add_options?: boolean;
  undo?: boolean;
}

/** What would become of the values. */
export interface TypeChangeReport {
  type: FieldType;
  values: number;
  converted: number;
  lost: number;
  /** False where there are so many that only the first were looked at. */
  complete: boolean;
  /** Those that would be lost first. */
  examples: { record: RecordName | null; from: Json; to: Json; problem: string }[];
  new_options: string[];
  used_by: Usage[];
  /** Of how many private list views it is a part. */
  private_views: number;
  /** What stands in its way. */
  problems: { field: string; code: string; message: string }[];
}

const ask = <T>(object: string, field: string, body: TypeChange & { dry_run?: boolean; accept_loss?: boolean }, signal?: AbortSignal) =>
  request<T>(`/metadata/objects/${object}/fields/${field}/change_type`, { method: 'POST', body: { ...body }, signal });

export const typeChangeQuery = (object: string, field: string, change: TypeChange) =>
  queryOptions({
    queryKey: ['metadata', object, 'type-change', field, change] as const,
    queryFn: ({ signal }) => ask<TypeChangeReport>(object, field, { ...change, dry_run: true }, signal),
    // What would be lost is asked for each time.
    staleTime: 0,
    gcTime: 0,
  });

/** Goes on in the background, as the job that is answered. Something is lost only where the preview said so. */
export const changeType = (object: string, field: string, change: TypeChange, { lost, complete }: TypeChangeReport) =>
  ask<TypeChangeReport & { job: number }>(object, field, { ...change, accept_loss: lost > 0 || !complete });
