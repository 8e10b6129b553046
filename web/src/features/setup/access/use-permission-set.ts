import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { createRecord, deleteRecord, recordsKey, shortListQuery, updateRecord } from '@/api/records';
import type { Json, RecordData } from '@/api/types';
import { useToast } from '@/ui/toast/use-toast';
import { fieldOfRight, type RightValues, rights } from './permission-rights';

const objectFields = ['id', 'object', ...rights.map((right) => fieldOfRight[right])];

/** What one permission set says of objects and fields, and how to change it: what is said is kept as records. */
export function usePermissionSet(set: string) {
  const toast = useToast();
  const queries = useQueryClient();
  const filter = { field: 'permission_set_id', op: '=', value: set } as const;
  const objects = useQuery(shortListQuery({ object: 'object_permission', fields: objectFields, filter, limit: 2000 }));
  const fields = useQuery(shortListQuery({ object: 'field_permission', fields: ['id', 'object', 'field', 'can_read', 'can_update'], filter, limit: 2000 }));

  // What was switched shows at once, until the server has said what holds.
  const [switched, setSwitched] = useState<Record<string, RecordData>>({});

  async function write(kind: 'object_permission' | 'field_permission', known: RecordData | undefined, named: Record<string, Json>, values: Record<string, Json>) {
    const key = `${kind}/${String(named.object)}/${String(named.field ?? '')}`;
    setSwitched((before) => ({ ...before, [key]: { id: known?.id ?? '', ...named, ...values } }));
    try {
      if (known) await updateRecord(kind, known.id, values);
      else await createRecord(kind, { permission_set_id: set, ...named, ...values });
    } catch (error) {
      toast({ text: reasonOf(error), failed: true });
    }
    await queries.invalidateQueries({ queryKey: recordsKey(kind) });
    setSwitched((before) => Object.fromEntries(Object.entries(before).filter(([other]) => other !== key)));
  }
  const savedObject = (object: string) => objects.data?.find((record) => record.object === object);
  const savedField = (object: string, field: string) => fields.data?.find((record) => record.object === object && record.field === field);
  return {
    isPending: objects.isPending || fields.isPending,
    ofObject: (object: string) => switched[`object_permission/${object}/`] ?? savedObject(object),
    ofField: (object: string, field: string) => switched[`field_permission/${object}/${field}`] ?? savedField(object, field),
    setObject: (object: string, values: RightValues) => write('object_permission', savedObject(object), { object }, Object.fromEntries(rights.map((right) => [fieldOfRight[right], values[right]]))),
    setField: (object: string, field: string, read: boolean, update: boolean) => write('field_permission', savedField(object, field), { object, field }, { can_read: read || update, can_update: read && update }),
    /** The object is again what all others are. */
    forget: async (object: string) => {
      const known = savedObject(object);
      if (known) await deleteRecord('object_permission', known.id).catch((error: unknown) => toast({ text: reasonOf(error), failed: true }));
      await queries.invalidateQueries({ queryKey: recordsKey('object_permission') });
    },
  };
}
