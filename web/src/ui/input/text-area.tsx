import type { Ref, TextareaHTMLAttributes } from 'react';
import { classNames } from '@/lib/class-names';
import styles from './input.module.css';

export interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  invalid?: boolean;
  ref?: Ref<HTMLTextAreaElement>;
}

export function TextArea({ invalid, className, ...rest }: TextAreaProps) {
  return <textarea data-autofocus={rest.autoFocus || undefined} {...rest} aria-invalid={invalid || undefined} className={classNames(styles.input, className)} />;
}
