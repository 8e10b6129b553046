import type { Dispatch, SetStateAction } from 'react';
import { useCatalogue } from '@/api/catalogue';
import { type Column, relatedName, saidName } from '@/api/columns';
import type { Json } from '@/api/types';
import { kitOf } from '@/fields/field-kits';
import { FieldValue } from '@/fields/field-value';
import { PlainContext } from '@/fields/plain';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { Icon } from '@/ui/icon/icon';
import type { Group } from './list-groups';
import type { Told } from './table-footer-model';
import { TotalValue } from './total-value';
import styles from './table.module.css';

export interface GroupRowProps {
  /** The field that rows are grouped by. */
  column: Column;
  columns: readonly Column[];
  told: readonly Told[];
  group: Group;
  folded: boolean;
  onFold: Dispatch<SetStateAction<readonly Json[]>>;
}

/** The head of a group: what its rows have in common, how many they are, and what they come to. */
export function GroupRow({ column, columns, told, group, folded, onFold }: GroupRowProps) {
  const t = useText();
  const formats = useFormats();
  const { field } = column;
  const related = relatedName(group.sample, field);
  const target = useCatalogue().find(field.targets?.[0]);
  const name = (related && saidName(target, related)) ?? field.options?.find((option) => option.value === group.value)?.label ?? (group.value === null ? t('field.none') : String(group.value));
  return (
    <tr className={styles.group}>
      <td className={styles.select}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={!folded}
          aria-label={t(folded ? 'list.unfold_group' : 'list.fold_group', { group: name })}
          onClick={() => onFold((before) => (folded ? before.filter((value) => value !== group.value) : [...before, group.value]))}
        >
          <Icon name={folded ? 'chevron-right' : 'chevron-down'} size={14} />
        </button>
      </td>
      {columns.map((each, index) => {
        const figure = told.find(({ path }) => path === each.path);
        return (
          <td key={each.path} className={classNames(index === 0 && styles.first, kitOf(each.field).align && styles.end)}>
            {index === 0 ? (
              <span className={styles.groupName}>
                <PlainContext.Provider value>{group.value === null ? t('field.none') : <FieldValue field={field} record={group.sample} path={column.path} />}</PlainContext.Provider>
                <small>{formats.number(group.totals.count)}</small>
              </span>
            ) : (
              figure && <TotalValue column={each} told={figure} totals={group.totals} />
            )}
          </td>
        );
      })}
      <td />
    </tr>
  );
}
