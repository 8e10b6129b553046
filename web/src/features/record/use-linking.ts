import { useQueryClient } from '@tanstack/react-query';
import { reasonOf } from '@/api/api-error';
import { allowed, fieldOf, useMe } from '@/api/catalogue';
import { useUndoOf } from '@/api/change-sets';
import type { Written } from '@/api/client';
import { deleteRecord, recordsKey, updateRecord } from '@/api/records';
import type { ChildRelation, ObjectInfo, RecordData } from '@/api/types';
import { isEditable } from '@/fields/field-kits';
import { useText } from '@/i18n/use-text';
import { useToast } from '@/ui/toast/use-toast';

export interface Linking {
  /** Throws when it is refused; undefined where the person may not, or records of the list are links themselves. */
  link?: (id: string, name: string) => Promise<void>;
  unlink?: (each: RecordData, name: string) => Promise<void>;
}

/** Puts records into a related list and takes them out. What only links two records goes when it is taken out; both stay. */
export function useLinking(child: ChildRelation, target: ObjectInfo, record: RecordData): Linking {
  const t = useText();
  const me = useMe();
  const toast = useToast();
  const undoOf = useUndoOf();
  const queries = useQueryClient();
  const field = fieldOf(target, child.field);
  const mayLink = !target.hidden && field !== undefined && isEditable(field) && field.type !== 'master_detail' && allowed(me, target.name, 'update');
  const mayUnlink = target.hidden ? allowed(me, target.name, 'delete') : mayLink && !field.required;

  async function write<T>(work: Promise<Written<T>>, text: string) {
    const { changeSet } = await work;
    void queries.invalidateQueries({ queryKey: recordsKey(target.name) });
    toast({ text, undo: undoOf(changeSet) });
  }
  return {
    link: mayLink ? (id, name) => write(updateRecord(target.name, id, { [child.field]: record.id }), t('related.linked', { name })) : undefined,
    unlink: mayUnlink
      ? async (each, name) => {
          const work: Promise<Written<unknown>> = target.hidden ? deleteRecord(target.name, each.id) : updateRecord(target.name, each.id, { [child.field]: null }, each.version);
          await write(work, t('related.unlinked', { name })).catch((error: unknown) => toast({ text: reasonOf(error), failed: true }));
        }
      : undefined,
  };
}
