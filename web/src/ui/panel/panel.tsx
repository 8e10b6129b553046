import type { ReactNode } from 'react';
import styles from './panel.module.css';

export interface PanelProps {
  title: string;
  count?: number | string;
  /** Controls at the end of its head. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page that is made of several. */
export function Panel({ title, count, actions, children }: PanelProps) {
  return (
    <section className={styles.panel} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {count !== undefined && <span>{count}</span>}
        <div>{actions}</div>
      </header>
      {children}
    </section>
  );
}
