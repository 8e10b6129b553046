import styles from './mark.module.css';

/** The lowercase r: two people, one line. `size` is in pixels. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <span className={styles.mark} style={{ width: size, height: size, borderRadius: size * 0.27 }} aria-hidden="true">
      <svg viewBox="0 0 24 24" width={size * 0.9} height={size * 0.9}>
        <path d="M8 17.6V12a5.6 5.6 0 0 1 5.6-5.6h.6" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
        <circle cx="8" cy="18" r="2.5" fill="currentColor" />
        <circle cx="16.4" cy="6.4" r="2.5" fill="currentColor" />
      </svg>
    </span>
  );
}
