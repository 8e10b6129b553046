import { type QueryClient, queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useCatalogue } from './catalogue';
import { nameOf } from './columns';
import { request } from './client';
import { recordsKey } from './records';
import type { ObjectInfo, RecordPage } from './types';

interface Waiting {
  object: ObjectInfo;
  names: Map<string, { resolve: (name: string | null) => void; reject: (error: unknown) => void }[]>;
}

// Names that are wanted while one page is drawn are asked for together, one request an object.
const waiting = new Map<string, Waiting>();

async function askFor({ object, names }: Waiting): Promise<void> {
  try {
    const filter = JSON.stringify({ field: 'id', op: 'in', value: [...names.keys()] });
    const { records } = await request<RecordPage>(`/records/${object.name}`, { query: { fields: `id,${object.name_field}`, filter, limit: names.size } });
    const found = new Map(records.map((record) => [record.id, nameOf(record, object)]));
    names.forEach((askers, id) => askers.forEach(({ resolve }) => resolve(found.get(id) ?? null)));
  } catch (error) {
    names.forEach((askers) => askers.forEach(({ reject }) => reject(error)));
  }
}

function nameById(object: ObjectInfo, id: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    let batch = waiting.get(object.name);
    if (!batch) {
      const fresh: Waiting = { object, names: new Map() };
      batch = fresh;
      waiting.set(object.name, batch);
      setTimeout(() => {
        waiting.delete(object.name);
        void askFor(fresh);
      }, 5);
    }
    batch.names.set(id, [...(batch.names.get(id) ?? []), { resolve, reject }]);
  });
}

const nameQuery = (object: ObjectInfo | undefined, id: string | undefined) =>
  queryOptions({
    queryKey: [...recordsKey(object?.name ?? ''), 'name', id] as const,
    queryFn: () => (object && id ? nameById(object, id) : null),
    enabled: object !== undefined && id !== undefined,
    staleTime: 60_000,
    retry: false,
  });

export interface NamedRecord {
  object: ObjectInfo;
  id: string;
  name: string;
}

/** What these records are called, in their order; those that are gone or may not be seen are left out. */
export function useRecordNames(ids: readonly string[]): NamedRecord[] {
  const catalogue = useCatalogue();
  const objects = ids.map((id) => catalogue.objectOfId(id));
  const answers = useQueries({ queries: ids.map((id, index) => nameQuery(objects[index], id)) });
  return ids.flatMap((id, index) => {
    const [object, name] = [objects[index], answers[index]?.data];
    return object && name ? [{ object, id, name }] : [];
  });
}

/** What the record of that id is called; null when there is none or it may not be seen, undefined while it is asked. */
export function useRecordName(id: string | undefined): string | null | undefined {
  const object = useCatalogue().objectOfId(id ?? '');
  return useQuery(nameQuery(object, id)).data;
}

/** What the record of that id is called, as far as somebody has asked. */
export const knownRecordName = (queries: QueryClient, object: ObjectInfo | undefined, id: string): string | undefined => queries.getQueryData(nameQuery(object, id).queryKey) ?? undefined;
