import { useState } from 'react';
import { useFormats } from '@/i18n/use-formats';
import { isDay } from '@/lib/day';
import type { InputProps } from '../field-kit';
import styles from '../fields.module.css';
import { DayInput } from './day-input';

/** A day as people write it; which weekday that is stands under it. */
export function DateInput({ id, field, value, onChange, invalid, describedBy, autoFocus }: InputProps) {
  const { weekday } = useFormats();
  const [typed, setTyped] = useState(false);
  return (
    <span className={styles.hinted}>
      <DayInput
        id={id}
        label={field.label}
        value={value}
        invalid={invalid}
        aria-describedby={describedBy}
        autoFocus={autoFocus}
        onChange={(next) => {
          setTyped(true);
          onChange(next);
        }}
      />
      {typed && isDay(value) && <span className={styles.hint}>{weekday(value)}</span>}
    </span>
  );
}
