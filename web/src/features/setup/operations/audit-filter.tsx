import { fieldOf, useCatalogue } from '@/api/catalogue';
import type { Json, RecordData } from '@/api/types';
import { DayInput } from '@/fields/date/day-input';
import { kitOf } from '@/fields/field-kits';
import { useText } from '@/i18n/use-text';
import { isDay } from '@/lib/day';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';
import styles from '../setup.module.css';

/** Days are those of the person who looks. */
export interface AuditChoice {
  person: Json;
  object: string;
  from: string;
  until: string;
}

export const everything: AuditChoice = { person: null, object: '', from: '', until: '' };

export interface AuditFilterProps {
  choice: AuditChoice;
  onChange: (choice: AuditChoice) => void;
}

/** By whom, with what, and when it was done. */
export function AuditFilter({ choice, onChange }: AuditFilterProps) {
  const t = useText();
  const catalogue = useCatalogue();
  const account = catalogue.find('account');
  const owner = account && fieldOf(account, 'created_by_id');
  const Person = owner && kitOf(owner).Input;
  const objects = catalogue.objects.filter((object) => !object.hidden).map((object) => ({ value: object.name, label: object.plural_label }));
  const record: RecordData = { id: '', [owner?.name ?? '']: choice.person };
  return (
    <div className={styles.asked}>
      {owner && Person && (
        <FieldFrame id="audit-person" label={t('setup.audit_who')}>
          <Person id="audit-person" field={{ ...owner, required: false }} record={record} value={choice.person} onChange={(person) => onChange({ ...choice, person })} />
        </FieldFrame>
      )}
      <FieldFrame id="audit-object" label={t('setup.audit_object')}>
        <Select id="audit-object" value={choice.object} empty={t('setup.audit_any_object')} options={objects} onChange={(event) => onChange({ ...choice, object: event.target.value })} />
      </FieldFrame>
      <FieldFrame id="audit-from" label={t('setup.audit_from')}>
        <DayInput id="audit-from" label={t('setup.audit_from')} value={choice.from} onChange={(from) => onChange({ ...choice, from: isDay(from) ? from : '' })} />
      </FieldFrame>
      <FieldFrame id="audit-until" label={t('setup.audit_until')}>
        <DayInput id="audit-until" label={t('setup.audit_until')} value={choice.until} onChange={(until) => onChange({ ...choice, until: isDay(until) ? until : '' })} />
      </FieldFrame>
    </div>
  );
}
