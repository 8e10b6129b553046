import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Filter, ObjectInfo } from '@/api/types';
import { FilterBar } from '@/fields/filter/filter-bar';
import { useText } from '@/i18n/use-text';
import { type Command, useCommands } from '@/ui/command/use-commands';
import { ViewSwitch } from '@/fields/filter/view-switch';
import { QuickFilters } from '@/fields/filter/quick-filters';
import { late } from '@/lib/late';
import { Button } from '@/ui/button/button';
import { Menu } from '@/ui/menu/menu';
import { ButtonPopover } from '@/ui/popover/button-popover';
import { cardLayout } from './card-fields';
import { cardOrders } from './card-orders';
import styles from './board.module.css';

const ColumnChooser = late(async () => (await import('@/fields/views/column-chooser')).ColumnChooser);

export interface BoardToolbarProps {
  object: ObjectInfo;
  filter: Filter | null;
  /** What is shown, the pipeline included; undefined until that is known. */
  asked: Filter | null | undefined;
  onFilter: (filter: Filter | null) => void;
  /** Order of the cards. */
  sort: string;
  onSort: (sort: string) => void;
  /** The fields that were chosen for the cards. */
  chosen: readonly string[];
  onChoose: (fields: string[]) => void;
}

/** Board, table or another way, and which cards are shown. The filter goes along from one to the other. */
export function BoardToolbar({ object, filter, asked, onFilter, sort, onSort, chosen, onChoose }: BoardToolbarProps) {
  const t = useText();
  const navigate = useNavigate();
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'board-create',
        label: t('commands.new', { object: object.label }),
        icon: 'plus',
        group: t('commands.create'),
        keys: 'c',
        keysOnly: true,
        run: () => void navigate({ to: '.', search: (before) => ({ ...before, create: object.name, preset: undefined }) }),
      },
    ],
    [t, navigate, object],
  );
  useCommands(commands);
  const orders = cardOrders(object, t);
  return (
    <div className={styles.toolbar}>
      <ViewSwitch object={object} selected="board" filter={filter} />
      <FilterBar object={object} filter={filter} onChange={onFilter} />
      <div className={styles.toolbarEnd}>
        <QuickFilters object={object} asked={asked} filter={filter} onChange={onFilter} />
        <Menu
          target={
            <Button small kind="quiet" icon="arrows-sort" aria-label={t('board.order')}>
              {orders.find((each) => each.sort === sort)?.label ?? t('board.order')}
            </Button>
          }
          sections={() => [{ label: t('board.order'), items: orders.map((each) => ({ id: each.sort, label: each.label, checked: each.sort === sort, run: () => onSort(each.sort) })) }]}
        />
        <ButtonPopover label={t('board.card_fields')} button={{ small: true, kind: 'quiet', icon: 'columns-3' }}>
          <ColumnChooser object={object} chosen={[object.name_field, ...cardLayout(object, chosen).filter((name) => name !== object.name_field)]} onChange={onChoose} />
        </ButtonPopover>
      </div>
    </div>
  );
}
