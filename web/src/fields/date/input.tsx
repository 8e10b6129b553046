import { useState } from 'react';
import { useFormats } from '@/i18n/use-formats';
import { isDay } from '@/lib/day';
import type { InputProps } from '../field-kit';
import styles from '../fields.module.css';
import { DayInput } from './day-input';
import { timeBeside } from './time-beside';

/** A day as people write it, with its time where there is a field for it; which weekday that is stands under it. */
export function DateInput({ id, field, value, onChange, invalid, describedBy, autoFocus }: InputProps) {
  const { weekday } = useFormats();
  const [typed, setTyped] = useState(false);
  const beside = timeBeside(field);
  return (
    <span className={styles.hinted}>
      <DayInput
        id={id}
        label={field.label}
        value={value}
        invalid={invalid}
        aria-describedby={describedBy}
        autoFocus={autoFocus}
        readsTime={beside !== undefined}
        onChange={(next, time) => {
          setTyped(true);
          onChange(next, beside && time ? { [beside]: time } : undefined);
        }}
      />
      {typed && isDay(value) && <span className={styles.hint}>{weekday(value)}</span>}
    </span>
  );
}
