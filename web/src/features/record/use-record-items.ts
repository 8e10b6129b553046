import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { reasonOf } from '@/api/api-error';
import { allowed, useMe } from '@/api/catalogue';
import { alsoDeleted, useUndo } from '@/api/change-sets';
import { nameOf } from '@/api/columns';
import { deleteRecord, recordsKey } from '@/api/records';
import type { ObjectInfo, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import type { MenuItem } from '@/ui/menu/menu';
import { useToast } from '@/ui/toast/use-toast';

export type RecordDialog = 'access' | 'convert' | 'share';

/** What is done with a record as a whole: its menu has it, and the palette. */
export function useRecordItems(object: ObjectInfo, record: RecordData, open: (dialog: RecordDialog) => void): MenuItem[] {
  const t = useText();
  const me = useMe();
  const toast = useToast();
  const queries = useQueryClient();
  const undo = useUndo();
  const navigate = useNavigate();

  return useMemo(() => {
    const name = nameOf(record, object);
    const shares = object.children.some((child) => child.object === 'record_share') && allowed(me, 'record_share', 'create');
    async function remove() {
      let changeSet: number | undefined;
      try {
        ({ changeSet } = await deleteRecord(object.name, record.id));
      } catch (error) {
        return toast({ text: t('record.not_deleted', { name, reason: reasonOf(error) }), failed: true });
      }
      await navigate({ to: '/o/$object', params: { object: object.name } });
      queries.removeQueries({ queryKey: [...recordsKey(object.name), 'one', record.id] });
      void queries.invalidateQueries({ queryKey: recordsKey(object.name) });
      const others = changeSet === undefined ? 0 : await alsoDeleted([changeSet], [record.id]).catch(() => 0);
      toast({
        text: [t('record.deleted', { name }), ...(others > 0 ? [t('record.deleted_with', { count: others })] : [])].join(' · '),
        undo: async () => {
          if (changeSet !== undefined) await undo([changeSet]);
          await navigate({ to: '/o/$object/$id', params: { object: object.name, id: record.id } });
        },
      });
    }
    return [
      { id: 'access', label: t('access.menu'), icon: 'user-shield', run: () => open('access') },
      ...(shares ? [{ id: 'share', label: t('share.menu'), icon: 'share' as const, run: () => open('share') }] : []),
      { id: 'copy', label: t('record.copy_link'), icon: 'link', run: () => void navigator.clipboard.writeText(window.location.href).then(() => toast({ text: t('record.link_copied') })) },
      ...(me.administrator ? [{ id: 'setup', label: t('list.edit_object', { object: object.label }), icon: 'settings' as const, run: () => void navigate({ to: '/setup/$object', params: { object: object.name } }) }] : []),
      ...(allowed(me, object.name, 'delete') ? [{ id: 'delete', label: t('common.delete'), icon: 'trash' as const, danger: true, run: () => void remove() }] : []),
    ];
  }, [t, me, toast, queries, undo, navigate, object, record, open]);
}
