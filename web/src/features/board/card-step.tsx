import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { daysBetween } from '@/lib/day';
import { NextStepSign, type NextStepState } from '@/ui/next-step/next-step-sign';
import styles from './board.module.css';

/** When the next thing is to be done; null for nothing planned, empty for something without a day. */
export function CardStep({ day }: { day: string | null }) {
  const t = useText();
  const { today, nearDay } = useFormats();
  const late = day ? daysBetween(day, today) : 0;
  const state: NextStepState = day === null ? 'none' : late > 0 ? 'overdue' : day === today ? 'today' : 'planned';
  const text = day === null ? t('board.no_step') : late > 0 ? t('board.late', { days: late }) : day === today ? t('frame.today') : day ? nearDay(day) : t('board.planned');
  return (
    <span className={classNames(styles.step, styles[state])}>
      <NextStepSign state={state} />
      {text}
    </span>
  );
}
