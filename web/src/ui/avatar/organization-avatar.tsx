import { tintOf } from '@/lib/tint';
import { classNames } from '@/lib/class-names';
import { tintClass } from '../tint-class';
import styles from './avatar.module.css';
import { Picture } from './picture';

export interface OrganizationAvatarProps {
  name: string;
  /** Pixels. */
  size?: number;
  /** Where its logo is. */
  src?: string;
}

/** Organisations are square: a coloured letter on white, or the logo. */
export function OrganizationAvatar({ name, size = 20, src }: OrganizationAvatarProps) {
  const style = { width: size, height: size, fontSize: Math.round(size * 0.55), borderRadius: Math.round(size * 0.22) };
  return (
    <span className={classNames(styles.organization, tintClass(tintOf(name)))} style={style} aria-hidden="true">
      {[...name.trim()][0]?.toLocaleUpperCase() ?? ''}
      <Picture src={src} size={size} whole />
    </span>
  );
}
