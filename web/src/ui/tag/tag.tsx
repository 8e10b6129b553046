import { classNames } from '@/lib/class-names';
import { tintClass } from '../tint-class';
import styles from './tag.module.css';

export interface TagProps {
  children: string;
  /** A tint names a thing; outlined without one. */
  tint?: string | null;
  /** A meaning instead of a tint. */
  meaning?: 'success' | 'warning' | 'danger' | 'info';
  /** A dot in the solid tint before the text, as stages have. */
  dot?: boolean;
}

export function Tag({ children, tint, meaning, dot }: TagProps) {
  const look = meaning ? styles[meaning] : tint ? tintClass(tint) : styles.line;
  return (
    <span className={classNames(styles.tag, look, dot && styles.dot)}>
      <span>{children}</span>
    </span>
  );
}
