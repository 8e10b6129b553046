import { useQueryClient } from '@tanstack/react-query';
import { reasonOf } from '@/api/api-error';
import { nameOf } from '@/api/columns';
import { createRecord, deleteRecord, recordsKey } from '@/api/records';
import type { ObjectInfo, RecordData } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { addDays, daysBetween, weekdayOf } from '@/lib/day';
import { Button } from '@/ui/button/button';
import { NextStepSign } from '@/ui/next-step/next-step-sign';
import { useToast } from '@/ui/toast/use-toast';
import styles from './timeline.module.css';

export interface LooseEndProps {
  object: ObjectInfo;
  record: RecordData;
  /** The day on which something happened last. */
  last: string | undefined;
}

/** Nothing is planned for an open deal: the thread has a loose end, and the buttons that tie it up. */
export function LooseEnd({ object, record, last }: LooseEndProps) {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const { today, weekday } = useFormats();
  const quiet = last ? Math.max(daysBetween(last, today), 0) : undefined;
  const monday = addDays(today, (8 - weekdayOf(today)) % 7 || 7);

  async function plan(day: string) {
    try {
      const task = await createRecord('task', { subject: t('timeline.follow_up', { name: nameOf(record, object) }), due_date: day, related_to_id: record.id });
      toast({ text: t('timeline.step_planned', { day: weekday(day) }), undo: () => void deleteRecord('task', task.id).then(() => queries.invalidateQueries({ queryKey: recordsKey('task') })) });
    } catch (error) {
      toast({ text: reasonOf(error), failed: true });
    }
    void queries.invalidateQueries({ queryKey: recordsKey('task') });
  }
  return (
    <div className={styles.loose}>
      <span className={styles.looseSign}>
        <NextStepSign state="none" size={18} />
      </span>
      <div className={styles.noStep}>
        <span>
          <b>{t('timeline.no_step')}</b> {quiet !== undefined && t('timeline.quiet', { days: quiet })}
        </span>
        <Button small onClick={() => void plan(addDays(today, 1))}>
          {t('timeline.tomorrow')}
        </Button>
        <Button small onClick={() => void plan(monday)}>
          {weekday(monday)}
        </Button>
      </div>
    </div>
  );
}
