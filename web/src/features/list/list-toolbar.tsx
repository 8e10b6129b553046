import { useMemo } from 'react';
import { useCatalogue } from '@/api/catalogue';
import type { Filter, ObjectInfo } from '@/api/types';
import { QuickFilters } from '@/fields/filter/quick-filters';
import { FilterBar } from '@/fields/filter/filter-bar';
import { ViewSwitch } from '@/fields/filter/view-switch';
import { useText } from '@/i18n/use-text';
import { late } from '@/lib/late';
import { changePreferences, usePreferences } from '@/lib/preferences';
import { Button } from '@/ui/button/button';
import { IconButton } from '@/ui/button/icon-button';
import { parseSort } from '@/lib/sort-text';
import { Menu } from '@/ui/menu/menu';
import { ButtonPopover } from '@/ui/popover/button-popover';
import { groupChoices } from './list-groups';
import { SortEditor } from './sort-editor';
import type { ListSearch, ShownView } from './list-view';
import styles from './list.module.css';

const ColumnChooser = late(async () => (await import('@/fields/views/column-chooser')).ColumnChooser);

export interface ListToolbarProps {
  object: ObjectInfo;
  view: ShownView;
  /** The filter without its unfinished parts. */
  asked: Filter | null;
  /** Path of the field that rows are grouped by. */
  group: string | undefined;
  /** How the records are shown; undefined for a table. */
  onChange: (search: Partial<ListSearch>) => void;
}

/** How the list is shown: as table, board, calendar, gallery or map, filtered, with which columns, how dense. */
export function ListToolbar({ object, view, asked, group, onChange }: ListToolbarProps) {
  const t = useText();
  const { density } = usePreferences();
  const catalogue = useCatalogue();
  const groups = useMemo(() => groupChoices(object, catalogue), [object, catalogue]);
  const keys = parseSort(view.sort);
  return (
    <div className={styles.toolbar}>
      <ViewSwitch object={object} selected={view.as} filter={view.filter} />
      <FilterBar object={object} filter={view.filter} onChange={(filter) => onChange({ filter: filter ?? (view.saved.filter ? 'none' : undefined) })} />
      <div className={styles.toolbarEnd}>
        <QuickFilters object={object} asked={asked} filter={view.filter} onChange={(filter) => onChange({ filter: filter ?? (view.saved.filter ? 'none' : undefined) })} />
        {view.as === 'table' && (
          <Menu
            target={
              <Button small kind="quiet" icon="layout-list" aria-label={t('list.group_by')}>
                {groups.find((column) => column.path === group)?.label ?? t('list.group')}
              </Button>
            }
            sections={() => [
              { items: [{ id: '', label: t('list.no_group'), checked: !group, run: () => onChange({ group: undefined }) }] },
              { label: t('list.group_by'), items: groups.map((column) => ({ id: column.path, label: column.label, checked: column.path === group, run: () => onChange({ group: column.path }) })) },
            ]}
          />
        )}
        {view.as !== 'calendar' && (
          <ButtonPopover label={t('list.sort')} text={keys.length > 1 ? t('list.sorts', { count: keys.length }) : undefined} button={{ small: true, kind: 'quiet', icon: 'arrows-sort' }}>
            <SortEditor object={object} sort={view.sort} onChange={(sort) => onChange({ sort })} />
          </ButtonPopover>
        )}
        {view.as !== 'map' && (
          <ButtonPopover label={t('list.columns')} button={{ small: true, kind: 'quiet', icon: 'columns-3' }}>
            <ColumnChooser object={object} chosen={view.columns} onChange={(columns) => onChange({ columns })} />
          </ButtonPopover>
        )}
        {view.as === 'table' && (
          <IconButton
            icon={density === 'compact' ? 'baseline-density-small' : 'baseline-density-medium'}
            label={t(density === 'compact' ? 'commands.comfortable' : 'commands.compact')}
            small
            onClick={() => changePreferences({ density: density === 'compact' ? 'comfortable' : 'compact' })}
          />
        )}
      </div>
    </div>
  );
}
