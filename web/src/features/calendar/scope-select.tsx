import { useId } from 'react';
import { type Scope, scopes } from '@/api/agenda';
import { useText } from '@/i18n/use-text';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';

/** Which times of a recurring event are meant. */
export function ScopeSelect({ scope, onChange }: { scope: Scope; onChange: (scope: Scope) => void }) {
  const t = useText();
  const id = useId();
  return (
    <FieldFrame id={id} label={t('calendar.scope')}>
      <Select id={id} value={scope} options={scopes.map((each) => ({ value: each, label: t(`calendar.scope_${each}`) }))} onChange={(event) => onChange(event.target.value as Scope)} />
    </FieldFrame>
  );
}
