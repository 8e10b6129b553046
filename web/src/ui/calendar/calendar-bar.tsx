import type { ReactNode } from 'react';
import { useText } from '@/i18n/use-text';
import { Button } from '../button/button';
import { IconButton } from '../button/icon-button';
import styles from './calendar.module.css';

export interface CalendarBarProps {
  /** Which days are shown. */
  title: string;
  onStep: (way: 'prev' | 'next' | 'today') => void;
  /** What else is chosen. */
  children: ReactNode;
}

/** Leads from one week or month to the next. */
export function CalendarBar({ title, onStep, children }: CalendarBarProps) {
  const t = useText();
  return (
    <div className={styles.bar}>
      <Button onClick={() => onStep('today')}>{t('frame.today')}</Button>
      <IconButton icon="chevron-left" label={t('calendar.earlier')} onClick={() => onStep('prev')} />
      <IconButton icon="chevron-right" label={t('calendar.later')} onClick={() => onStep('next')} />
      <h2 aria-live="polite">{title}</h2>
      {children}
    </div>
  );
}
