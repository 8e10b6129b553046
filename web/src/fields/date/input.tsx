import { useRef, useState } from 'react';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { parseLooseDate } from '@/lib/loose-date';
import { IconButton } from '@/ui/button/icon-button';
import { TextInput } from '@/ui/input/text-input';
import type { InputProps } from '../field-kit';
import styles from '../fields.module.css';

const isDay = (text: unknown): text is string => typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Takes days as people write them ("fri", "18.12."), and says which day that is; the platform's calendar is a press away. */
export function DateInput({ id, field, value, onChange, invalid, describedBy, autoFocus }: InputProps) {
  const t = useText();
  const { locale, today, weekday, longDay } = useFormats();
  const [text, setText] = useState(() => (isDay(value) ? longDay(value) : String(value ?? '')));
  const [typed, setTyped] = useState(false);
  const native = useRef<HTMLInputElement>(null);

  function read(next: string) {
    setText(next);
    setTyped(true);
    onChange(next.trim() === '' ? null : (parseLooseDate(next, today, locale) ?? next));
  }
  return (
    <span className={styles.hinted}>
      <span className={styles.withPicker}>
        <TextInput id={id} value={text} autoComplete="off" invalid={invalid} aria-describedby={describedBy} autoFocus={autoFocus} onFocus={(event) => event.target.select()} onChange={(event) => read(event.target.value)} />
        <IconButton icon="calendar" small className={styles.picker} tabIndex={-1} label={t('field.choose_day', { field: field.label })} onClick={() => native.current?.showPicker()} />
        <input
          ref={native}
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          className={styles.native}
          value={isDay(value) ? value : ''}
          onChange={(event) => {
            onChange(event.target.value || null);
            setText(event.target.value ? longDay(event.target.value) : '');
          }}
        />
      </span>
      {typed && isDay(value) && <span className={styles.hint}>{weekday(value)}</span>}
    </span>
  );
}
