import { nameOf } from '@/api/columns';
import type { ObjectInfo, RecordData } from '@/api/types';
import { usePlanStep } from '@/fields/use-plan-step';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { daysBetween } from '@/lib/day';
import { Button } from '@/ui/button/button';
import { NextStepSign } from '@/ui/next-step/next-step-sign';
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
  const { today } = useFormats();
  const { days, plan } = usePlanStep();
  const quiet = last ? Math.max(daysBetween(last, today), 0) : undefined;
  return (
    <div className={styles.loose}>
      <span className={styles.looseSign}>
        <NextStepSign state="none" size={18} />
      </span>
      <div className={styles.noStep}>
        <span>
          <b>{t('timeline.no_step')}</b> {quiet !== undefined && t('timeline.quiet', { days: quiet })}
        </span>
        {days.map(({ day, label }) => (
          <Button key={day} small onClick={() => void plan(record.id, nameOf(record, object), day)}>
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}
