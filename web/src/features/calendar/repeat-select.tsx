import { useId } from 'react';
import { useText } from '@/i18n/use-text';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';

const usual = {
  daily: 'FREQ=DAILY',
  workdays: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  weekly: 'FREQ=WEEKLY',
  fortnightly: 'FREQ=WEEKLY;INTERVAL=2',
  monthly: 'FREQ=MONTHLY',
  yearly: 'FREQ=YEARLY',
} as const;

export interface RepeatSelectProps {
  /** The rule, as RFC 5545 writes it; empty for once. */
  rule: string;
  onChange: (rule: string | null) => void;
}

/** How often an event happens. Rules that are none of the usual ones stay as they are. */
export function RepeatSelect({ rule, onChange }: RepeatSelectProps) {
  const t = useText();
  const id = useId();
  const known = Object.values(usual).includes(rule as (typeof usual)['daily']);
  const options = [
    ...(Object.keys(usual) as (keyof typeof usual)[]).map((name) => ({ value: usual[name], label: t(`calendar.repeat_${name}`) })),
    ...(rule && !known ? [{ value: rule, label: rule }] : []),
  ];
  return (
    <FieldFrame id={id} label={t('calendar.repeat')}>
      <Select id={id} empty={t('calendar.repeat_never')} value={rule} options={options} onChange={(event) => onChange(event.target.value || null)} />
    </FieldFrame>
  );
}
