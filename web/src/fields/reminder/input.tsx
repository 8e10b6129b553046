import { useEffect, useState } from 'react';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { Select } from '@/ui/input/select';
import { VisuallyHidden } from '@/ui/text/visually-hidden';
import { DatetimeInput } from '../datetime/input';
import type { InputProps } from '../field-kit';
import styles from '../fields.module.css';
import { reminderChoices } from './reminder-choices';

const other = 'other';

/** A reminder, as so much time before what it is about, or as any moment. What was chosen stays true when the time is changed in the same form. */
export function ReminderInput(props: InputProps) {
  const { id, record, value, onChange, onDone, invalid, describedBy, autoFocus } = props;
  const t = useText();
  const { timeZone, clock } = useFormats();
  const choices = reminderChoices({ ...record, reminder_at: value }, timeZone);
  const [chosen, setChosen] = useState(() => choices.find((choice) => choice.at === value)?.id ?? (value === null ? '' : other));
  const wanted = choices.find((choice) => choice.id === chosen)?.at;
  useEffect(() => {
    if (wanted !== undefined && wanted !== value) onChange(wanted);
  }, [wanted, value, onChange]);
  if (choices.length === 0) return <DatetimeInput {...props} />;
  const selected = wanted ? chosen : chosen === other || value !== null ? other : '';
  return (
    <span className={styles.hinted}>
      <Select
        id={id}
        options={[...choices.map((choice) => ({ value: choice.id, label: t(`reminder.${choice.id}`, { time: clock(choice.at) }) })), { value: other, label: t('reminder.other') }]}
        empty={t('field.none')}
        value={selected}
        invalid={invalid}
        aria-describedby={describedBy}
        autoFocus={autoFocus}
        onChange={(event) => {
          const next = event.target.value;
          setChosen(next);
          if (next === other) return;
          onChange(choices.find((choice) => choice.id === next)?.at ?? null);
          onDone?.();
        }}
      />
      {selected === other && (
        <label>
          <VisuallyHidden>{t('reminder.moment')}</VisuallyHidden>
          <DatetimeInput {...props} id={`${id}-moment`} autoFocus={chosen === other && value === null} />
        </label>
      )}
    </span>
  );
}
