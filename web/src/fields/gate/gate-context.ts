import { createContext, useCallback, useContext } from 'react';
import { ApiError } from '@/api/api-error';
import { fieldOf } from '@/api/catalogue';
import { nameOf } from '@/api/columns';
import { type SaveRecord, useSaveRecord } from '@/api/save-record';
import type { Field, Json, ObjectInfo, RecordData } from '@/api/types';
import { isEditable } from '../field-kits';

/** Somebody was asked for what a stage needs, and thought better of the move. */
export class GateCancelled extends Error {}

/** Asks for the missing fields and saves with them; rejects with GateCancelled when that is given up. */
export type AskMissing = (question: { name: string; record: RecordData; fields: Field[]; save: (more: Record<string, Json>) => Promise<unknown> }) => Promise<unknown>;

export const GateContext = createContext<AskMissing>(() => Promise.reject(new GateCancelled()));

/** The fields that the stage needs and the deal has not; none when it was refused for anything else. */
export function missingFields(error: unknown, object: ObjectInfo): Field[] {
  const problems = error instanceof ApiError ? (error.problem.problems ?? []) : [];
  const fields = problems.map((problem) => (problem.code === 'needed_in_stage' ? fieldOf(object, problem.field ?? '') : undefined));
  return fields.every((field): field is Field => field !== undefined && isEditable(field)) ? fields : [];
}

/** Runs `save`; where it is refused for what a stage needs, asks for just that and runs it once more with the answers. */
export function useGate(object: ObjectInfo): <T>(record: RecordData, save: (more: Record<string, Json>) => Promise<T>) => Promise<T> {
  const ask = useContext(GateContext);
  return useCallback(
    async <T>(record: RecordData, save: (more: Record<string, Json>) => Promise<T>) => {
      try {
        return await save({});
      } catch (error) {
        const fields = missingFields(error, object);
        if (fields.length === 0) throw error;
        return (await ask({ name: nameOf(record, object), record, fields, save })) as T;
      }
    },
    [ask, object],
  );
}

/** As useSaveRecord(), for objects with stages: what a stage needs is asked for. */
export function useGatedSave(object: ObjectInfo): SaveRecord {
  const gate = useGate(object);
  const save = useSaveRecord(object.name);
  return useCallback((before, changes, also) => gate(before, (more) => save(before, { ...changes, ...more }, also)), [gate, save]);
}
