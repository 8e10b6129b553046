import { initialsOf } from '@/lib/initials';
import { tintOf } from '@/lib/tint';
import { classNames } from '@/lib/class-names';
import { tintClass } from '../tint-class';
import styles from './avatar.module.css';

export interface PersonAvatarProps {
  name: string;
  /** Pixels; below 20 the initials would be too small to read. */
  size?: number;
}

/** People are round, with initials on a tint of their own. */
export function PersonAvatar({ name, size = 24 }: PersonAvatarProps) {
  const style = { width: size, height: size, fontSize: Math.max(9, Math.round(size * 0.42)) };
  return (
    <span className={classNames(styles.person, tintClass(tintOf(name)))} style={style} title={name} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
