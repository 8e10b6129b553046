import { useId } from 'react';
import { RecurrenceInput } from '@/fields/recurrence/input';
import { useText } from '@/i18n/use-text';
import { FieldFrame } from '@/ui/input/field-frame';

export interface RepeatSelectProps {
  /** The rule, as RFC 5545 writes it; empty for once. */
  rule: string;
  onChange: (rule: string | null) => void;
}

/** How often an event happens. */
export function RepeatSelect({ rule, onChange }: RepeatSelectProps) {
  const t = useText();
  const id = useId();
  return (
    <FieldFrame id={id} label={t('calendar.repeat')}>
      <RecurrenceInput id={id} value={rule} onChange={(next) => onChange(typeof next === 'string' ? next : null)} />
    </FieldFrame>
  );
}
