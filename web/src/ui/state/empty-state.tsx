import type { ReactNode } from 'react';
import styles from './state.module.css';

export interface EmptyStateProps {
  title: string;
  /** What will land here, in one sentence. */
  text?: string;
  /** The whole page is empty: its title is the page's. */
  page?: boolean;
  /** The fix: a button or two. */
  children?: ReactNode;
}

/** Nothing here yet: the thread with an open end, what belongs here, and how to begin. */
export function EmptyState({ title, text, page, children }: EmptyStateProps) {
  const Title = page ? 'h1' : 'h2';
  return (
    <div className={styles.state}>
      <svg className={styles.drawing} viewBox="0 0 120 56" width="120" height="56" aria-hidden="true">
        <path d="M10 46V30A18 18 0 0 1 28 12h62" className={styles.line} />
        <path d="M90 12h10" className={styles.loose} />
        <circle cx="10" cy="46" r="5" className={styles.start} />
        <circle cx="46" cy="12" r="5" className={styles.stop} />
        <circle cx="76" cy="12" r="5" className={styles.stop} />
        <circle cx="106" cy="12" r="5" className={styles.open} />
      </svg>
      <Title>{title}</Title>
      {text && <p>{text}</p>}
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
