import { reasonOf } from '@/api/api-error';
import { useUndoOf } from '@/api/change-sets';
import { useSaveRecord } from '@/api/save-record';
import type { Json, RecordData } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { useToast } from '@/ui/toast/use-toast';

/** Finishes a task, opens it again, or puts it off, each with its undo. */
export function useFinishTask() {
  const t = useText();
  const toast = useToast();
  const undoOf = useUndoOf();
  const { weekday } = useFormats();
  const save = useSaveRecord('task');

  async function change(task: RecordData, changes: Record<string, Json>, also: Record<string, Json>, text: string) {
    try {
      const { changeSet } = await save(task, changes, also);
      toast({ text, undo: undoOf(changeSet) });
    } catch (thrown) {
      toast({ text: reasonOf(thrown), failed: true });
    }
  }
  const nameOf = (task: RecordData) => String(task.subject ?? '');
  return {
    finish: (task: RecordData, done = true) => change(task, { status: done ? 'completed' : 'not_started' }, { is_closed: done }, t(done ? 'timeline.done' : 'timeline.reopened', { name: nameOf(task) })),
    putOff: (task: RecordData, day: string) => change(task, { due_date: day }, {}, t('today.put_off_to', { name: nameOf(task), day: weekday(day) })),
  };
}
