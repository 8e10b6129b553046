import type { Column } from '@/api/columns';
import { filterOf, groupOf, newCondition } from '@/fields/filter/filter-model';
import type { Text } from '@/i18n/use-text';
import { parseSort, sortText } from '@/lib/sort-text';
import type { Filter } from '@/api/types';
import type { MenuItem, MenuSection } from '@/ui/menu/menu';
import type { ListSearch } from './list-view';

export interface ColumnMenuContext {
  columns: readonly Column[];
  sort: string;
  filter: Filter | null;
  /** Paths that rows may be grouped by. */
  groups: readonly string[];
  onChange: (search: Partial<ListSearch>) => void;
  onWiden: (path: string, by: number) => void;
}

/** What can be done with a column from its head: everything that dragging does, too. */
export function columnMenu(t: Text, index: number, { columns, sort, filter, groups, onChange, onWiden }: ColumnMenuContext): MenuSection[] {
  const column = columns[index];
  if (!column) return [];
  const paths = columns.map(({ path }) => path);
  const sortBy = (descending: boolean, adding: boolean) => {
    const key = { path: column.sortBy ?? column.path, descending };
    onChange({ sort: sortText(adding ? [...parseSort(sort).filter(({ path }) => path !== key.path), key] : [key]) });
  };
  const group = groupOf(filter);
  const place: MenuItem[] = [
    { id: 'earlier', label: t('list.move_earlier'), icon: 'arrow-left', disabled: index <= 1, run: () => onChange({ columns: paths.toSpliced(index, 1).toSpliced(index - 1, 0, column.path) }) },
    { id: 'later', label: t('list.move_later'), icon: 'arrow-right', disabled: index === columns.length - 1, run: () => onChange({ columns: paths.toSpliced(index, 1).toSpliced(index + 1, 0, column.path) }) },
    { id: 'hide', label: t('list.hide_column'), icon: 'eye-off', run: () => onChange({ columns: paths.toSpliced(index, 1) }) },
  ];
  return [
    ...(column.sortBy
      ? [
          {
            items: [
              { id: 'up', label: t('list.ascending'), icon: 'arrow-up' as const, run: () => sortBy(false, false) },
              { id: 'down', label: t('list.descending'), icon: 'arrow-down' as const, run: () => sortBy(true, false) },
              { id: 'also', label: t('list.sort_also'), icon: 'arrows-sort' as const, run: () => sortBy(false, true) },
            ],
          },
        ]
      : []),
    {
      items: [
        { id: 'filter', label: t('list.filter_by'), icon: 'filter', run: () => onChange({ filter: filterOf({ ...group, parts: [...group.parts, newCondition(column.path, column.field)] }) ?? undefined }) },
        ...(groups.includes(column.path) ? [{ id: 'group', label: t('list.group_by_this'), icon: 'layout-list' as const, run: () => onChange({ group: column.path }) }] : []),
      ],
    },
    {
      items: [
        { id: 'wider', label: t('list.wider'), icon: 'plus', run: () => onWiden(column.path, 60) },
        { id: 'narrower', label: t('list.narrower'), icon: 'minus', run: () => onWiden(column.path, -60) },
        ...(index > 0 ? place : []),
      ],
    },
  ];
}
