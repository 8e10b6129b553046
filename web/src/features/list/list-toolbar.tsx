import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ObjectInfo } from '@/api/types';
import { FilterBar } from '@/fields/filter/filter-bar';
import { useText } from '@/i18n/use-text';
import { changePreferences, usePreferences } from '@/lib/preferences';
import { Button } from '@/ui/button/button';
import { IconButton } from '@/ui/button/icon-button';
import { Popover } from '@/ui/popover/popover';
import { Segmented } from '@/ui/segmented/segmented';
import { ColumnChooser } from './column-chooser';
import type { ListSearch, ShownView } from './list-view';
import styles from './list.module.css';

export interface ListToolbarProps {
  object: ObjectInfo;
  view: ShownView;
  onChange: (search: Partial<ListSearch>) => void;
}

/** How the list is shown: as table or board, filtered, with which columns, how dense. */
export function ListToolbar({ object, view, onChange }: ListToolbarProps) {
  const t = useText();
  const navigate = useNavigate();
  const { density } = usePreferences();
  const [choosing, setChoosing] = useState(false);
  const hasBoard = object.list_views.some((each) => each.kind === 'board');
  return (
    <div className={styles.toolbar}>
      {hasBoard && (
        <Segmented
          label={t('list.show_as')}
          selected="table"
          choices={[
            { id: 'table', label: t('list.table'), icon: 'table' },
            { id: 'board', label: t('list.board'), icon: 'layout-kanban' },
          ]}
          onSelect={(id) => id === 'board' && void navigate({ to: '/o/$object/board', params: { object: object.name }, search: view.filter ? { filter: view.filter } : {} })}
        />
      )}
      <FilterBar object={object} filter={view.filter} onChange={(filter) => onChange({ filter: filter ?? (view.saved.filter ? 'none' : undefined) })} />
      <div className={styles.toolbarEnd}>
        <Popover
          open={choosing}
          onChange={setChoosing}
          label={t('list.columns')}
          position="bottom-end"
          target={
            <Button small kind="quiet" icon="columns-3" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
              {t('list.columns')}
            </Button>
          }
        >
          <ColumnChooser object={object} chosen={view.columns} onChange={(columns) => onChange({ columns })} />
        </Popover>
        <IconButton
          icon={density === 'compact' ? 'baseline-density-small' : 'baseline-density-medium'}
          label={t(density === 'compact' ? 'commands.comfortable' : 'commands.compact')}
          small
          onClick={() => changePreferences({ density: density === 'compact' ? 'comfortable' : 'compact' })}
        />
      </div>
    </div>
  );
}
