import type { ButtonHTMLAttributes, Ref } from 'react';
import { classNames } from '@/lib/class-names';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import styles from './button.module.css';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** One primary button a view; danger only for what cannot be taken back at once. */
  kind?: 'default' | 'primary' | 'quiet' | 'danger';
  small?: boolean;
  icon?: IconName;
  /** Shows that work goes on; the button keeps its width and cannot be pressed. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ kind = 'default', small, icon, busy, className, children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={classNames(styles.button, kind !== 'default' && styles[kind], small && styles.small, className)}
    >
      {busy ? <Icon name="loader-2" size={small ? 14 : 16} className={styles.busy} /> : icon && <Icon name={icon} size={small ? 14 : 16} />}
      {children}
    </button>
  );
}
