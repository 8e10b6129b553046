import type { InputHTMLAttributes, Ref } from 'react';
import { classNames } from '@/lib/class-names';
import styles from './input.module.css';

export interface TextInputProps extends InputHTMLAttributes<HTMLInputElement> {
  small?: boolean;
  invalid?: boolean;
  ref?: Ref<HTMLInputElement>;
}

export function TextInput({ small, invalid, className, ...rest }: TextInputProps) {
  return <input type="text" enterKeyHint={rest.type === 'search' ? 'search' : 'done'} data-autofocus={rest.autoFocus || undefined} {...rest} aria-invalid={invalid || undefined} className={classNames(styles.input, small && styles.small, className)} />;
}
