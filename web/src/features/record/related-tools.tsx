import type { Column } from '@/api/columns';
import type { Filter, ObjectInfo } from '@/api/types';
import { FilterBar } from '@/fields/filter/filter-bar';
import { useText } from '@/i18n/use-text';
import { parseSort, sortText } from '@/lib/sort-text';
import { IconButton } from '@/ui/button/icon-button';
import { Select } from '@/ui/input/select';
import styles from './record.module.css';

export interface RelatedToolsProps {
  object: ObjectInfo;
  /** Those by which it can be sorted. */
  columns: readonly Column[];
  sort: string;
  filter: Filter | null;
  onSort: (sort: string) => void;
  onFilter: (filter: Filter | null) => void;
}

/** In which order a related list stands, and which of its records. */
export function RelatedTools({ object, columns, sort, filter, onSort, onFilter }: RelatedToolsProps) {
  const t = useText();
  const [key] = parseSort(sort);
  const path = key?.path ?? '';
  const descending = key?.descending ?? false;
  const options = columns.flatMap((column) => (column.sortBy ? [{ value: column.sortBy, label: column.label }] : []));
  const known = options.some((option) => option.value === path);
  return (
    <div className={styles.relatedTools}>
      <span className={styles.relatedSort}>
        <Select small aria-label={t('related.sort')} value={known ? path : ''} empty={known ? undefined : t('related.sort')} options={options} onChange={(event) => event.target.value && onSort(sortText([{ path: event.target.value, descending }]))} />
        <IconButton icon={descending ? 'arrow-down' : 'arrow-up'} small label={t('related.downwards')} aria-pressed={descending} onClick={() => onSort(sortText([{ path, descending: !descending }]))} />
      </span>
      <FilterBar object={object} filter={filter} onChange={onFilter} />
    </div>
  );
}
