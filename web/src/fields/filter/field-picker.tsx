import { useState } from 'react';
import type { Column } from '@/api/columns';
import { useText } from '@/i18n/use-text';
import { rank } from '@/lib/rank';
import { Icon } from '@/ui/icon/icon';
import { SearchInput } from '@/ui/input/search-input';
import { kitOf } from '../field-kits';
import styles from './filter.module.css';

export interface FieldPickerProps {
  columns: readonly Column[];
  onPick: (column: Column) => void;
}

/** A list of fields that narrows down as one types. */
export function FieldPicker({ columns, onPick }: FieldPickerProps) {
  const t = useText();
  const [text, setText] = useState('');
  const shown = text.trim()
    ? columns
        .map((column) => ({ column, score: rank(text.trim(), column.label) }))
        .filter(({ score }) => score > 10)
        .toSorted((one, other) => other.score - one.score)
        .map(({ column }) => column)
    : columns;
  return (
    <div className={styles.pickerPanel}>
      <SearchInput aria-label={t('filter.find_field')} placeholder={t('filter.find_field')} data-autofocus value={text} onChange={(event) => setText(event.target.value)} />
      <ul className={styles.fieldList}>
        {shown.map((column) => (
          <li key={column.path}>
            <button type="button" onClick={() => onPick(column)}>
              <Icon name={kitOf(column.field).icon} size={14} />
              {column.label}
            </button>
          </li>
        ))}
        {shown.length === 0 && <li className={styles.nothing}>{t('field.none_found')}</li>}
      </ul>
    </div>
  );
}
