import type { Ref, SelectHTMLAttributes } from 'react';
import { classNames } from '@/lib/class-names';
import { Icon } from '../icon/icon';
import styles from './input.module.css';

export interface SelectOption {
  value: string;
  label: string;
}

export interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  options: readonly SelectOption[];
  /** Label of the choice of nothing; without it there is no such choice. */
  empty?: string;
  small?: boolean;
  invalid?: boolean;
  ref?: Ref<HTMLSelectElement>;
}

/** The platform's own list: it knows every keyboard and every phone. */
export function Select({ options, empty, small, invalid, className, ...rest }: SelectProps) {
  return (
    <span className={classNames(styles.selectFrame, className)}>
      <select data-autofocus={rest.autoFocus || undefined} {...rest} aria-invalid={invalid || undefined} className={classNames(styles.input, styles.select, small && styles.small)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" size={14} />
    </span>
  );
}
