import { type InputHTMLAttributes, type ReactNode, type Ref, useEffect, useRef } from 'react';
import { classNames } from '@/lib/class-names';
import { Icon } from '../icon/icon';
import styles from './input.module.css';

export interface CheckboxProps extends InputHTMLAttributes<HTMLInputElement> {
  /** Text beside the box; without it, give `aria-label`. */
  children?: ReactNode;
  /** Some, but not all, of what the box stands for. */
  mixed?: boolean;
  /** Round, for things that get done. */
  round?: boolean;
  ref?: Ref<HTMLInputElement>;
}

export function Checkbox({ children, mixed = false, round, className, ...rest }: CheckboxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = mixed;
  }, [mixed]);
  const box = (
    <span className={classNames(styles.box, round && styles.round, !children && className)}>
      <input ref={input} type="checkbox" {...rest} />
      <span>
        <Icon name="check" size={12} />
      </span>
    </span>
  );
  if (!children) return box;
  return (
    <label className={classNames(styles.check, className)}>
      {box}
      {children}
    </label>
  );
}
