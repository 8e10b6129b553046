import { useState } from 'react';
import { useFormats } from '@/i18n/use-formats';
import { looseMomentText } from '@/lib/loose-date';
import { dayOf } from '@/lib/zone';
import { TextInput } from '@/ui/input/text-input';
import type { InputProps } from '../field-kit';
import styles from '../fields.module.css';

/** Takes moments as people write them ("tomorrow 3pm") on the wall of their own time zone. */
export function DatetimeInput({ id, value, onChange, invalid, describedBy, autoFocus }: InputProps) {
  const { locale, today, timeZone, longDay, clock, moment } = useFormats();
  const isMoment = typeof value === 'string' && !Number.isNaN(Date.parse(value)) && value.includes('T');
  const [text, setText] = useState(() => (isMoment ? `${longDay(dayOf(new Date(value), timeZone))} ${clock(value)}` : String(value ?? '')));
  const [typed, setTyped] = useState(false);

  function read(next: string) {
    setText(next);
    setTyped(true);
    onChange(next.trim() === '' ? null : (looseMomentText(next, today, locale, timeZone) ?? next));
  }
  return (
    <span className={styles.hinted}>
      <TextInput id={id} value={text} autoComplete="off" invalid={invalid} aria-describedby={describedBy} autoFocus={autoFocus} onFocus={(event) => event.target.select()} onChange={(event) => read(event.target.value)} />
      {typed && isMoment && <span className={styles.hint}>{moment(value)}</span>}
    </span>
  );
}
