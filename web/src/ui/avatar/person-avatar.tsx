import { initialsOf } from '@/lib/initials';
import { tintOf } from '@/lib/tint';
import { classNames } from '@/lib/class-names';
import { tintClass } from '../tint-class';
import styles from './avatar.module.css';
import { Picture } from './picture';

export interface PersonAvatarProps {
  name: string;
  /** Pixels; below 20 the initials would be too small to read. */
  size?: number;
  /** Where the photo is. */
  src?: string;
}

/** People are round, with a photo, or initials on a tint of their own. */
export function PersonAvatar({ name, size = 24, src }: PersonAvatarProps) {
  const style = { width: size, height: size, fontSize: Math.max(9, Math.round(size * 0.42)) };
  return (
    <span className={classNames(styles.person, tintClass(tintOf(name)))} style={style} title={name} aria-hidden="true">
      {initialsOf(name)}
      <Picture src={src} size={size} />
    </span>
  );
}
