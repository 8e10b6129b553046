import { type InputHTMLAttributes, useRef, useState } from 'react';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { isDay } from '@/lib/day';
import { parseLooseDate, parseLooseMoment } from '@/lib/loose-date';
import { IconButton } from '@/ui/button/icon-button';
import { TextInput } from '@/ui/input/text-input';
import styles from '../fields.module.css';

export interface DayInputProps extends Pick<InputHTMLAttributes<HTMLInputElement>, 'id' | 'placeholder' | 'aria-label' | 'aria-describedby' | 'autoFocus'> {
  /** What the day is for, as the button of the calendar says it. */
  label: string;
  value: unknown;
  /** A day, nothing, or what was typed and is no day; a time of day that was typed with it ("tomorrow 3pm"), where one `readsTime`. */
  onChange: (value: string | null, time?: string) => void;
  readsTime?: boolean;
  invalid?: boolean;
  small?: boolean;
}

/** Takes days as people write them ("fri", "18.12."), and shows them in the person's language; the platform's calendar is a press away. */
export function DayInput({ label, value, onChange, readsTime, ...rest }: DayInputProps) {
  const t = useText();
  const { locale, today, longDay, day } = useFormats();
  const shown = rest.small ? day : longDay;
  const [text, setText] = useState(() => (isDay(value) ? shown(value) : String(value ?? '')));
  const native = useRef<HTMLInputElement>(null);

  function read(next: string) {
    setText(next);
    if (next.trim() === '') return onChange(null);
    const day = parseLooseDate(next, today, locale);
    const moment = day === null && readsTime ? parseLooseMoment(next, today, locale) : null;
    if (moment) onChange(moment.day, `${String(moment.hour).padStart(2, '0')}:${String(moment.minute).padStart(2, '0')}:00`);
    else onChange(day ?? next);
  }
  return (
    <span className={styles.withPicker}>
      <TextInput value={text} autoComplete="off" {...rest} onFocus={(event) => event.target.select()} onChange={(event) => read(event.target.value)} />
      <IconButton icon="calendar" small className={styles.picker} tabIndex={-1} label={t('field.choose_day', { field: label })} onClick={() => native.current?.showPicker()} />
      <input
        ref={native}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        className={styles.native}
        value={isDay(value) ? value : ''}
        onChange={(event) => {
          onChange(event.target.value || null);
          setText(event.target.value ? shown(event.target.value) : '');
        }}
      />
    </span>
  );
}
