import { useState } from 'react';
import { useCatalogue } from '@/api/catalogue';
import type { Field, RecordData } from '@/api/types';
import { isEditable } from '@/fields/field-kits';
import { useText } from '@/i18n/use-text';
import { Checkbox } from '@/ui/input/checkbox';
import { SearchInput } from '@/ui/input/search-input';
import { ButtonPopover } from '@/ui/popover/button-popover';
import styles from './setup.module.css';

export interface StageFieldsProps {
  stage: RecordData;
  /** Names of the fields that are needed from now on. Settles when they are saved, and shown as they are. */
  onChange: (fields: string[]) => Promise<void>;
}

/** People fill it in, and it can be empty. */
const canBeMissing = (field: Field) => isEditable(field) && !field.system && !field.component_of && !['checkbox', 'address', 'geolocation'].includes(field.type) && !['pipeline_id', 'stage_id'].includes(field.name);

/** The fields without which no deal is moved into a stage. */
export function StageFields({ stage, onChange }: StageFieldsProps) {
  const t = useText();
  const deals = useCatalogue().find('opportunity');
  const [wanted, setWanted] = useState('');
  const [chosen, setChosen] = useState<string[]>();
  const needed = chosen ?? (Array.isArray(stage.required_fields) ? stage.required_fields.map(String) : []);
  const fields = (deals?.fields ?? []).filter((field) => canBeMissing(field) || needed.includes(field.name));
  const shown = fields.filter((field) => field.label.toLowerCase().includes(wanted.trim().toLowerCase()));
  async function choose(next: string[]) {
    setChosen(next);
    await onChange(next);
    setChosen((latest) => (latest === next ? undefined : latest));
  }
  return (
    <ButtonPopover label={t('setup.stage_fields', { stage: String(stage.name) })} text={t('setup.stage_needs', { count: needed.length })} button={{ small: true, kind: 'quiet' }}>
      <SearchInput aria-label={t('filter.find_field')} placeholder={t('filter.find_field')} value={wanted} onChange={(event) => setWanted(event.target.value)} />
      <ul className={styles.choices}>
        {shown.map((field) => (
          <li key={field.name}>
            <Checkbox checked={needed.includes(field.name)} onChange={(event) => void choose(event.target.checked ? [...needed, field.name] : needed.filter((name) => name !== field.name))}>
              {field.label}
            </Checkbox>
          </li>
        ))}
      </ul>
    </ButtonPopover>
  );
}
