import type { ReactNode } from 'react';
import { Icon } from '../icon/icon';
import styles from './input.module.css';

export interface FieldFrameProps {
  /** Id of the control inside; help and error are `${id}-help` and `${id}-error`. */
  id: string;
  label: string;
  required?: boolean;
  help?: string;
  error?: string;
  children: ReactNode;
}

/** A label above its control, with help or an error under it. */
export function FieldFrame({ id, label, required, help, error, children }: FieldFrameProps) {
  return (
    <div className={styles.frame}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {required && (
          <span aria-hidden="true" className={styles.required}>
            *
          </span>
        )}
      </label>
      {children}
      {help && !error && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
      {error && <InputError id={`${id}-error`}>{error}</InputError>}
    </div>
  );
}

export function InputError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className={styles.error}>
      <Icon name="alert-circle" size={14} />
      <span>{children}</span>
    </p>
  );
}
