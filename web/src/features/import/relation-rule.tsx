import { useCatalogue } from '@/api/catalogue';
import { useText } from '@/i18n/use-text';
import { Checkbox } from '@/ui/input/checkbox';
import { Select } from '@/ui/input/select';
import type { ImportTarget } from './guess-mapping';
import { FallbackPerson } from './fallback-person';
import type { RelationRule } from './remembered';
import styles from './import.module.css';

export interface RelationRuleInputProps {
  target: ImportTarget;
  rule: RelationRule;
  onChange: (rule: RelationRule) => void;
}

/** By what the record is found that a cell refers to, and whether one that is missing is made. */
export function RelationRuleInput({ target, rule, onChange }: RelationRuleInputProps) {
  const t = useText();
  const other = useCatalogue().find(target.field.targets?.length === 1 ? target.field.targets[0] : undefined);
  if (!other) return null;
  const names = new Set([other.name_field, 'name', 'external_id', 'email', 'domain', 'id']);
  const by = other.fields.filter((field) => names.has(field.name));
  return (
    <span className={styles.relation}>
      <Select small aria-label={t('import.found_by', { field: target.label })} empty={t('import.by_what_fits')} value={rule.match ?? ''} options={by.map((field) => ({ value: field.name, label: t('import.by', { field: field.label }) }))} onChange={(event) => onChange({ ...rule, match: event.target.value || undefined })} />
      {other.name === 'user' && <FallbackPerson label={target.label} value={rule.otherwise} onChange={(otherwise) => onChange({ ...rule, otherwise })} />}
      {!other.administrative && (
        <Checkbox checked={rule.createMissing === true} onChange={(event) => onChange({ ...rule, createMissing: event.target.checked || undefined })}>
          {t('import.create_missing')}
        </Checkbox>
      )}
    </span>
  );
}
