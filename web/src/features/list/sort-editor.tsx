import { useCatalogue } from '@/api/catalogue';
import { columnsOf } from '@/api/columns';
import type { ObjectInfo } from '@/api/types';
import { columnChoices } from '@/fields/filter/field-choices';
import { useText } from '@/i18n/use-text';
import { parseSort, sortText } from '@/lib/sort-text';
import { Button } from '@/ui/button/button';
import { IconButton } from '@/ui/button/icon-button';
import { Select } from '@/ui/input/select';
import styles from './list.module.css';

export interface SortEditorProps {
  object: ObjectInfo;
  sort: string;
  onChange: (sort: string) => void;
}

/** By what rows are sorted, the first key first. */
export function SortEditor({ object, sort, onChange }: SortEditorProps) {
  const t = useText();
  const catalogue = useCatalogue();
  const keys = parseSort(sort);
  const choices = columnChoices(object, catalogue).filter((column) => column.sortBy);
  const pathsOf = (path: string) => columnsOf([path], object, catalogue)[0]?.sortBy ?? path;
  const free = choices.filter((column) => !keys.some((key) => pathsOf(key.path) === column.sortBy));
  const [next] = free;
  return (
    <div className={styles.sorts}>
      {keys.map((key, index) => (
        <div key={key.path} className={styles.sortKey}>
          <Select
            small
            aria-label={t('list.sort_by', { index: index + 1 })}
            value={pathsOf(key.path)}
            options={choices.filter((column) => column.sortBy === pathsOf(key.path) || free.includes(column)).map((column) => ({ value: column.sortBy ?? '', label: column.label }))}
            onChange={(event) => onChange(sortText(keys.with(index, { ...key, path: event.target.value })))}
          />
          <Select
            small
            aria-label={t('list.direction', { index: index + 1 })}
            value={key.descending ? 'down' : 'up'}
            options={[
              { value: 'up', label: t('list.ascending') },
              { value: 'down', label: t('list.descending') },
            ]}
            onChange={(event) => onChange(sortText(keys.with(index, { ...key, descending: event.target.value === 'down' })))}
          />
          <IconButton icon="x" small label={t('list.remove_sort', { index: index + 1 })} onClick={() => onChange(sortText(keys.toSpliced(index, 1)))} />
        </div>
      ))}
      {next?.sortBy && (
        <Button small kind="quiet" icon="plus" onClick={() => onChange(sortText([...keys, { path: next.sortBy ?? '', descending: false }]))}>
          {t('list.add_sort')}
        </Button>
      )}
    </div>
  );
}
