import styles from './next-step.module.css';

export type NextStepState = 'overdue' | 'today' | 'planned' | 'none';

/** The same sign everywhere: filled with "!" is overdue, half filled today, an arrow planned, dashed none. */
export function NextStepSign({ state, size = 16 }: { state: NextStepState; size?: number }) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} className={styles[state]} aria-hidden="true">
      {state === 'overdue' ? (
        <>
          <circle cx="8" cy="8" r="7" className={styles.full} />
          <path d="M8 4.4v4.2" className={styles.cut} />
          <circle cx="8" cy="11.2" r="1" className={styles.cutDot} />
        </>
      ) : (
        <circle cx="8" cy="8" r="6.25" className={styles.ring} />
      )}
      {state === 'today' && <path d="M8 3.6a4.4 4.4 0 0 1 0 8.8z" className={styles.full} />}
      {state === 'planned' && <path d="M6.9 5.3 9.6 8l-2.7 2.7" className={styles.arrow} />}
    </svg>
  );
}
