import { classNames } from '@/lib/class-names';
import { Icon } from '../icon/icon';
import { iconNamed } from '../icon/icons';
import { tintClass } from '../tint-class';
import styles from './avatar.module.css';
import { Picture } from './picture';

export interface ObjectTileProps {
  icon: string;
  tint?: string | null;
  /** Pixels. */
  size?: number;
  /** Where its picture is. */
  src?: string;
}

/** Records that are neither people nor organisations: a tinted square with an icon. */
export function ObjectTile({ icon, tint, size = 20, src }: ObjectTileProps) {
  const style = { width: size, height: size, borderRadius: Math.round(size * 0.25) };
  return (
    <span className={classNames(styles.tile, tintClass(tint))} style={style} aria-hidden="true">
      <Icon name={iconNamed(icon)} size={Math.round(size * (size > 30 ? 0.55 : 0.65))} />
      <Picture src={src} size={size} />
    </span>
  );
}
