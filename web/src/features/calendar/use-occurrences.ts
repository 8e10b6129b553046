import { useQueryClient } from '@tanstack/react-query';
import { type AgendaEvent, changeOccurrences, deleteOccurrences, type Scope } from '@/api/agenda';
import { useUndoOf } from '@/api/change-sets';
import { recordsKey } from '@/api/records';
import type { Json } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { useToast } from '@/ui/toast/use-toast';

/** Changes and deletes times of a recurring event; both can be undone as a whole. */
export function useOccurrences() {
  const t = useText();
  const toast = useToast();
  const undoOf = useUndoOf();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: recordsKey('event') });
  return {
    async change(event: AgendaEvent, scope: Scope, changes: Record<string, Json>): Promise<void> {
      const { change_set } = await changeOccurrences(event, scope, changes).finally(() => void refresh());
      toast({ text: t('calendar.moved', { name: String(event.subject) }), undo: undoOf(change_set) });
    },
    async remove(event: AgendaEvent, scope: Scope): Promise<void> {
      const { change_set } = await deleteOccurrences(event, scope).finally(() => void refresh());
      toast({ text: t('record.deleted', { name: String(event.subject) }), undo: undoOf(change_set) });
    },
  };
}
