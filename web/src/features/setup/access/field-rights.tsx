import type { ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Checkbox } from '@/ui/input/checkbox';
import matrix from './matrix.module.css';

export interface FieldRightsProps {
  object: ObjectInfo;
  rightsOf: (field: string) => { read: boolean; update: boolean };
  /** Without it, they are only looked at. */
  onChange?: (field: string, read: boolean, update: boolean) => void;
}

/** The fields of an object: who may see and who may change each. */
export function FieldRights({ object, rightsOf, onChange }: FieldRightsProps) {
  const t = useText();
  const fields = object.fields.filter((field) => !field.system && !field.component_of);
  return (
    <ul className={matrix.grid} aria-label={t('setup.fields_of', { object: object.label })}>
      {fields.map((field) => {
        const { read, update } = rightsOf(field.name);
        return (
          <li key={field.name}>
            <span>{field.label}</span>
            <Checkbox checked={read} disabled={!onChange} aria-label={t('setup.right_of', { right: t('setup.sees'), object: field.label })} onChange={(event) => onChange?.(field.name, event.target.checked, event.target.checked && update)}>
              {t('setup.sees')}
            </Checkbox>
            <Checkbox checked={read && update && !field.read_only} disabled={!onChange || field.read_only} aria-label={t('setup.right_of', { right: t('setup.changes'), object: field.label })} onChange={(event) => onChange?.(field.name, read || event.target.checked, event.target.checked)}>
              {t('setup.changes')}
            </Checkbox>
          </li>
        );
      })}
    </ul>
  );
}
