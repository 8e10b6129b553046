import type { ButtonHTMLAttributes, Ref } from 'react';
import { classNames } from '@/lib/class-names';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import styles from './button.module.css';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  icon: IconName;
  /** Spoken name and tooltip. */
  label: string;
  /** Shown in the tooltip after the label. */
  shortcut?: string;
  kind?: 'default' | 'quiet';
  /** A word under the icon, where the page has room for it. */
  caption?: string;
  small?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** A square button that shows only an icon; its name is in the tooltip. */
export function IconButton({ icon, label, shortcut, kind = 'quiet', caption, small, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      data-tooltip={shortcut ? `${label}  ${shortcut}` : label}
      {...rest}
      className={classNames(styles.button, styles.square, kind === 'quiet' && styles.quiet, small && styles.small, className)}
    >
      <Icon name={icon} size={small ? 15 : 16} />
      {caption && <span className={styles.caption}>{caption}</span>}
    </button>
  );
}
