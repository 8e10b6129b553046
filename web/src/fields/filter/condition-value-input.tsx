import { useState } from 'react';
import type { Field, Json, RecordData } from '@/api/types';
import { isReference } from '@/api/catalogue';
import { useText } from '@/i18n/use-text';
import { Checkbox } from '@/ui/input/checkbox';
import { Select } from '@/ui/input/select';
import { VisuallyHidden } from '@/ui/text/visually-hidden';
import type { FilterOperator } from '../field-kit';
import { kitOf } from '../field-kits';
import { TextInput } from '../text/input';
import { periods } from './periods';
import styles from './filter.module.css';

export interface ConditionValueInputProps {
  id: string;
  field: Field;
  operator: FilterOperator;
  value: Json;
  onChange: (value: Json) => void;
}

/** What a condition compares with, in the control that fits. */
export function ConditionValueInput({ id, field, operator, value, onChange }: ConditionValueInputProps) {
  const t = useText();
  // What the chosen record is called, for as long as the editor is open.
  const [known, setKnown] = useState<Record<string, Json>>({});
  if (operator.takes === 'nothing') return null;
  if (operator.takes === 'period') {
    return <Select small aria-label={t('filter.period')} value={String(value ?? '')} options={Object.entries(periods).map(([word, label]) => ({ value: word, label: t(label) }))} onChange={(event) => onChange(event.target.value)} />;
  }
  if (field.type === 'checkbox') {
    return <Select small aria-label={field.label} value={String(value)} options={[{ value: 'true', label: t('field.yes') }, { value: 'false', label: t('field.no') }]} onChange={(event) => onChange(event.target.value === 'true')} />;
  }
  if (operator.takes === 'several' && field.type !== 'tags') {
    const chosen = Array.isArray(value) ? value : [];
    return (
      <div role="group" aria-label={field.label} className={styles.several}>
        {(field.options ?? []).map((option) => (
          <Checkbox key={option.value} checked={chosen.includes(option.value)} onChange={(event) => onChange(event.target.checked ? [...chosen, option.value] : chosen.filter((each) => each !== option.value))}>
            {option.label}
          </Checkbox>
        ))}
      </div>
    );
  }
  const Input = kitOf(field).Input ?? TextInput;
  const isUser = isReference(field) && field.targets?.includes('user');
  const record: RecordData = { id: '', ...known };
  return (
    <div className={styles.value}>
      <VisuallyHidden>
        <label htmlFor={id}>{field.label}</label>
      </VisuallyHidden>
      {isUser && (
        <Checkbox checked={value === 'me'} onChange={(event) => onChange(event.target.checked ? 'me' : null)}>
          {t('filter.me')}
        </Checkbox>
      )}
      {value !== 'me' && (
        <Input
          id={id}
          field={{ ...field, required: false }}
          record={record}
          value={value}
          onChange={(next, also) => {
            setKnown(also ?? {});
            onChange(next);
          }}
        />
      )}
    </div>
  );
}
