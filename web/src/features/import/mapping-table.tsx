import { isReference } from '@/api/catalogue';
import { useText } from '@/i18n/use-text';
import { Select } from '@/ui/input/select';
import type { ImportTarget } from './guess-mapping';
import type { ChosenFile } from './import-page';
import { RelationRuleInput } from './relation-rule';
import type { RelationRule } from './remembered';
import styles from './import.module.css';

export interface MappingTableProps {
  file: ChosenFile;
  targets: ImportTarget[];
  /** For each column the key of its target, empty for none. */
  chosen: string[];
  onChoose: (index: number, key: string) => void;
  relations: Record<string, RelationRule>;
  onRelation: (key: string, rule: RelationRule) => void;
}

/** Each column of the file with its first values, and the field it goes to. */
export function MappingTable({ file, targets, chosen, onChoose, relations, onRelation }: MappingTableProps) {
  const t = useText();
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
          {file.columns.map((column, index) => {
            const target = targets.find((each) => each.key === chosen[index]);
            return (
              <tr key={index}>
                <th scope="row">{column}</th>
                <td className={styles.samples}>
                  {file.samples
                    .map((row) => row[index])
                    .filter(Boolean)
                    .slice(0, 3)
                    .join(' · ')}
                </td>
                <td>
                  <Select small aria-label={t('import.field_for', { column })} empty={t('import.leave_out')} value={chosen[index] ?? ''} options={targets.map((each) => ({ value: each.key, label: each.label }))} onChange={(event) => onChoose(index, event.target.value)} />
                  {target && isReference(target.field) && <RelationRuleInput target={target} rule={relations[target.key] ?? {}} onChange={(rule) => onRelation(target.key, rule)} />}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
