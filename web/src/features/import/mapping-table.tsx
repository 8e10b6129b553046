import { useState } from 'react';
import { isReference, useMe } from '@/api/catalogue';
import type { ImportPreview, ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Select } from '@/ui/input/select';
import type { ImportTarget } from './guess-mapping';
import { MissingChoices } from './missing-choices';
import { NewFieldDialog } from './new-field-dialog';
import { RelationRuleInput } from './relation-rule';
import type { RelationRule } from './remembered';
import styles from './import.module.css';

/** Stands among the targets of a column for a field that is yet to be made. */
const newField = '+';

export interface MappingTableProps {
  object: ObjectInfo;
  columns: ImportPreview['columns'];
  targets: ImportTarget[];
  /** For each column the key of its target, empty for none. */
  chosen: string[];
  onChoose: (index: number, key: string) => void;
  relations: Record<string, RelationRule>;
  onRelation: (key: string, rule: RelationRule) => void;
}

/** Each column of the file with its first values, and the field it goes to; one that is missing can be made here. */
export function MappingTable({ object, columns, targets, chosen, onChoose, relations, onRelation }: MappingTableProps) {
  const t = useText();
  const me = useMe();
  const [making, setMaking] = useState<number | null>(null);
  const options = [...targets.map((each) => ({ value: each.key, label: each.label })), ...(me.administrator ? [{ value: newField, label: t('import.new_field') }] : [])];
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t('import.step_columns')}>
        <thead>
          <tr>
            <th scope="col">{t('import.column')}</th>
            <th scope="col">{t('import.samples')}</th>
            <th scope="col">{t('filter.field')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ name, samples }, index) => {
            const target = targets.find((each) => each.key === chosen[index]);
            return (
              <tr key={index}>
                <th scope="row">{name}</th>
                <td className={styles.samples}>{samples.slice(0, 3).join(' · ')}</td>
                <td>
                  <Select
                    small
                    aria-label={t('import.field_for', { column: name })}
                    empty={t('import.leave_out')}
                    value={chosen[index] ?? ''}
                    options={options}
                    onChange={(event) => (event.target.value === newField ? setMaking(index) : onChoose(index, event.target.value))}
                  />
                  {target && isReference(target.field) && <RelationRuleInput target={target} rule={relations[target.key] ?? {}} onChange={(rule) => onRelation(target.key, rule)} />}
                  {target && <MissingChoices object={object} field={target.field} values={samples} />}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {making !== null && columns[making] && <NewFieldDialog object={object} column={columns[making]} onMade={(name) => onChoose(making, name)} onClose={() => setMaking(null)} />}
    </div>
  );
}
