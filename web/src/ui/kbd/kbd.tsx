import styles from './kbd.module.css';

/** One key of a shortcut, always left to right. */
export function Kbd({ children }: { children: string }) {
  return <kbd className={styles.key}>{children}</kbd>;
}
