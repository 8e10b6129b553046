import { useId, useState } from 'react';
import { useCatalogue } from '@/api/catalogue';
import type { Field, RecordData } from '@/api/types';
import { ReferenceInput } from '@/fields/reference-input';
import { useText } from '@/i18n/use-text';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';
import styles from '../setup.module.css';

export interface GranteeInputProps {
  field: Field;
  /** Id of the role, team, territory or person; empty for none. */
  value: string;
  error?: string;
  onChange: (id: string) => void;
}

/** People by what they are: first the kind (a role, a team), then which one. */
export function GranteeInput({ field, value, error, onChange }: GranteeInputProps) {
  const t = useText();
  const id = useId();
  const catalogue = useCatalogue();
  const kinds = field.targets ?? [];
  const [kind, setKind] = useState(catalogue.objectOfId(value)?.name ?? kinds[0] ?? 'role');
  const record: RecordData = { id: '', [field.name]: value };
  return (
    <FieldFrame id={id} label={field.label} required={field.required} help={field.help || undefined} error={error}>
      <div className={styles.pair}>
        <Select
          aria-label={t('setup.kind_of', { field: field.label })}
          value={kind}
          options={kinds.map((each) => ({ value: each, label: catalogue.find(each)?.label ?? each }))}
          onChange={(event) => {
            setKind(event.target.value);
            onChange('');
          }}
        />
        <ReferenceInput key={kind} id={id} field={{ ...field, targets: [kind] }} record={record} value={value || null} invalid={error !== undefined} onChange={(next) => onChange(typeof next === 'string' ? next : '')} />
      </div>
    </FieldFrame>
  );
}
