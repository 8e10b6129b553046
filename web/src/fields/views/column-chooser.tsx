import { useMemo, useState } from 'react';
import { useCatalogue } from '@/api/catalogue';
import { columnsOf } from '@/api/columns';
import type { ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { rank } from '@/lib/rank';
import { IconButton } from '@/ui/button/icon-button';
import { Checkbox } from '@/ui/input/checkbox';
import { SearchInput } from '@/ui/input/search-input';
import { columnChoices } from '../filter/field-choices';
import styles from './views.module.css';

export interface ColumnChooserProps {
  object: ObjectInfo;
  /** Paths in their order; the first one stays. */
  chosen: string[];
  onChange: (columns: string[]) => void;
}

/** Which columns, in which order. */
export function ColumnChooser({ object, chosen, onChange }: ColumnChooserProps) {
  const t = useText();
  const catalogue = useCatalogue();
  const [text, setText] = useState('');
  const shown = useMemo(() => columnsOf(chosen, object, catalogue), [chosen, object, catalogue]);
  const others = useMemo(() => columnChoices(object, catalogue).filter((column) => !chosen.includes(column.path)), [object, catalogue, chosen]);
  const fits = (label: string) => !text.trim() || rank(text.trim(), label) > 10;
  const move = (from: number, to: number) => onChange(chosen.toSpliced(from, 1).toSpliced(to, 0, chosen[from] ?? ''));
  return (
    <div className={styles.chooser}>
      <SearchInput aria-label={t('filter.find_field')} placeholder={t('filter.find_field')} data-autofocus value={text} onChange={(event) => setText(event.target.value)} />
      <ul>
        {shown.map(
          (column, index) =>
            fits(column.label) && (
              <li key={column.path}>
                <Checkbox checked disabled={index === 0} onChange={() => onChange(chosen.filter((path) => path !== column.path))}>
                  {column.label}
                </Checkbox>
                {index > 0 && (
                  <span>
                    <IconButton icon="chevron-up" small label={t('list.column_earlier', { column: column.label })} disabled={index === 1} onClick={() => move(index, index - 1)} />
                    <IconButton icon="chevron-down" small label={t('list.column_later', { column: column.label })} disabled={index === shown.length - 1} onClick={() => move(index, index + 1)} />
                  </span>
                )}
              </li>
            ),
        )}
        {others.map(
          (column) =>
            fits(column.label) && (
              <li key={column.path}>
                <Checkbox checked={false} onChange={() => onChange([...chosen, column.path])}>
                  {column.label}
                </Checkbox>
              </li>
            ),
        )}
      </ul>
    </div>
  );
}
