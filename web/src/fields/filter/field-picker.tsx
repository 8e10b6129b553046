import { useState } from 'react';
import type { Column } from '@/api/columns';
import { useText } from '@/i18n/use-text';
import { rank } from '@/lib/rank';
import { Icon } from '@/ui/icon/icon';
import { SearchInput } from '@/ui/input/search-input';
import { iconNamed } from '@/ui/icon/icons';
import { kitOf } from '../field-kits';
import type { RelatedChoice } from './related-choices';
import styles from './filter.module.css';

export interface FieldPickerProps {
  columns: readonly Column[];
  /** Records whose number may be asked about. */
  related: readonly RelatedChoice[];
  onPick: (column: Column) => void;
  onPickRelated: (choice: RelatedChoice) => void;
}

/** A list of fields that narrows down as one types. */
export function FieldPicker({ columns, related, onPick, onPickRelated }: FieldPickerProps) {
  const t = useText();
  const [text, setText] = useState('');
  const shown = text.trim()
    ? columns
        .map((column) => ({ column, score: rank(text.trim(), column.label) }))
        .filter(({ score }) => score > 10)
        .toSorted((one, other) => other.score - one.score)
        .map(({ column }) => column)
    : columns;
  const counted = text.trim() ? related.filter((choice) => rank(text.trim(), t('filter.number_of', { what: choice.label })) > 10) : related;
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
        {counted.map((choice) => (
          <li key={choice.relation.name}>
            <button type="button" onClick={() => onPickRelated(choice)}>
              <Icon name={iconNamed(choice.target.icon)} size={14} />
              {t('filter.number_of', { what: choice.label })}
            </button>
          </li>
        ))}
        {shown.length + counted.length === 0 && <li className={styles.nothing}>{t('field.none_found')}</li>}
      </ul>
    </div>
  );
}
