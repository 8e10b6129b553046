import { type InputHTMLAttributes, useRef, useState } from 'react';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { isDay } from '@/lib/day';
import { parseLooseDate } from '@/lib/loose-date';
import { IconButton } from '@/ui/button/icon-button';
import { TextInput } from '@/ui/input/text-input';
import styles from '../fields.module.css';

export interface DayInputProps extends Pick<InputHTMLAttributes<HTMLInputElement>, 'id' | 'placeholder' | 'aria-label' | 'aria-describedby' | 'autoFocus'> {
  /** What the day is for, as the button of the calendar says it. */
  label: string;
  value: unknown;
  /** A day, nothing, or what was typed and is no day. */
  onChange: (value: string | null) => void;
  invalid?: boolean;
  small?: boolean;
}

/** Takes days as people write them ("fri", "18.12."), and shows them in the person's language; the platform's calendar is a press away. */
export function DayInput({ label, value, onChange, ...rest }: DayInputProps) {
  const t = useText();
  const { locale, today, longDay, day } = useFormats();
  const shown = rest.small ? day : longDay;
  const [text, setText] = useState(() => (isDay(value) ? shown(value) : String(value ?? '')));
  const native = useRef<HTMLInputElement>(null);

  function read(next: string) {
    setText(next);
    onChange(next.trim() === '' ? null : (parseLooseDate(next, today, locale) ?? next));
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
