import type { ReactNode } from 'react';
import { classNames } from '@/lib/class-names';
import { Icon } from '../icon/icon';
import styles from './note.module.css';

const iconOf = { calm: 'info-circle', info: 'info-circle', warning: 'alert-triangle', danger: 'alert-circle', success: 'circle-check' } as const;

export interface NoteProps {
  kind?: keyof typeof iconOf;
  children: ReactNode;
  /** The fix, beside the message. */
  action?: ReactNode;
}

/** One line about the page; the action that mends it stands at its end. */
export function Note({ kind = 'calm', children, action }: NoteProps) {
  return (
    <div className={classNames(styles.note, styles[kind])} role={kind === 'danger' ? 'alert' : undefined}>
      <Icon name={iconOf[kind]} />
      <span className={styles.text}>{children}</span>
      {action}
    </div>
  );
}
