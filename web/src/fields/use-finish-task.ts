import { reasonOf } from '@/api/api-error';
import { useUndoOf } from '@/api/change-sets';
import { useSaveRecord } from '@/api/save-record';
import type { Json, RecordData } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { useToast } from '@/ui/toast/use-toast';
import { useAskNextStep } from './use-ask-next-step';

/** Finishes a task, opens it again, or puts it off, each with its undo. What was the last step of an open deal asks for the next one. */
export function useFinishTask() {
  const t = useText();
  const toast = useToast();
  const undoOf = useUndoOf();
  const { weekday } = useFormats();
  const save = useSaveRecord('task');
  const askNextStep = useAskNextStep();

  async function change(task: RecordData, changes: Record<string, Json>, also: Record<string, Json>, text: string): Promise<boolean> {
    try {
      const { changeSet } = await save(task, changes, also);
      toast({ text, undo: undoOf(changeSet) });
      return true;
    } catch (thrown) {
      toast({ text: reasonOf(thrown), failed: true });
      return false;
    }
  }
  async function finish(task: RecordData, done = true) {
    const saved = await change(task, { status: done ? 'completed' : 'not_started' }, { is_closed: done }, t(done ? 'timeline.done' : 'timeline.reopened', { name: nameOf(task) }));
    // What cannot be asked now is not asked: the task is done all the same.
    if (saved && done) await askNextStep(task).catch(() => undefined);
    return saved;
  }
  const nameOf = (task: RecordData) => String(task.subject ?? '');
  return {
    /** Whether it was saved. */
    finish,
    putOff: (task: RecordData, day: string) => change(task, { due_date: day }, {}, t('today.put_off_to', { name: nameOf(task), day: weekday(day) })),
  };
}
