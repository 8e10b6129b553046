import { useQueryClient } from '@tanstack/react-query';
import { reasonOf } from '@/api/api-error';
import { useUndoOf } from '@/api/change-sets';
import { createRecord, recordsKey } from '@/api/records';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { addDays, weekdayOf } from '@/lib/day';
import { useToast } from '@/ui/toast/use-toast';

export interface StepDay {
  day: string;
  label: string;
}

/** Plans the next step of a record with one press: the days that are offered, and what makes the task. */
export function usePlanStep() {
  const t = useText();
  const toast = useToast();
  const undoOf = useUndoOf();
  const queries = useQueryClient();
  const { today, weekday, shortWeekday } = useFormats();
  const monday = addDays(today, (8 - weekdayOf(today)) % 7 || 7);
  const refresh = () => queries.invalidateQueries({ queryKey: recordsKey('task') });
  const tomorrow = addDays(today, 1);
  const days: StepDay[] = [{ day: tomorrow, label: t('timeline.tomorrow') }, ...(monday === tomorrow ? [] : [{ day: monday, label: shortWeekday(monday) }])];

  async function plan(id: string, name: string, day: string): Promise<void> {
    try {
      const { changeSet } = await createRecord('task', { subject: t('timeline.follow_up', { name }), due_date: day, related_to_id: id });
      toast({ text: t('timeline.step_planned', { day: weekday(day) }), undo: undoOf(changeSet) });
    } catch (error) {
      toast({ text: reasonOf(error), failed: true });
    }
    void refresh();
  }
  return { days, plan };
}
