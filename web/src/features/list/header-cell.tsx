import { type DragEvent, useState } from 'react';
import { useCatalogue } from '@/api/catalogue';
import type { Column } from '@/api/columns';
import { kitOf } from '@/fields/field-kits';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { parseSort, toggled } from '@/lib/sort-text';
import { Icon } from '@/ui/icon/icon';
import { iconNamed } from '@/ui/icon/icons';
import { Menu } from '@/ui/menu/menu';
import type { MenuSection } from '@/ui/menu/menu';
import { headLabel } from './head-label';
import styles from './table.module.css';

export interface HeaderCellProps {
  column: Column;
  /** Stays in place while the others scroll. */
  first: boolean;
  sort: string;
  onSort: (sort: string) => void;
  onResize: (event: unknown) => void;
  resizing: boolean;
  /** What else can be done with the column. */
  menu: () => MenuSection[];
  /** Another column was dropped here. */
  onDropColumn: (path: string) => void;
}

const dragged = 'application/x-rapport-column';

/** The name of a column; pressed, it sorts, with Shift as a further key. Its edge changes the width, its menu the rest. */
export function HeaderCell({ column, first, sort, onSort, onResize, resizing, menu, onDropColumn }: HeaderCellProps) {
  const t = useText();
  const [over, setOver] = useState(false);
  const { align, icon: usual } = kitOf(column.field);
  const catalogue = useCatalogue();
  // What is referred to is known by its own sign.
  const target = column.field.targets?.length === 1 ? catalogue.find(column.field.targets[0]) : undefined;
  const icon = target ? iconNamed(target.icon) : usual;
  // The whole one is told where the pointer rests.
  const label = headLabel(column);
  const keys = parseSort(sort);
  const path = column.sortBy;
  const at = path === undefined ? -1 : keys.findIndex((key) => key.path === path || key.path === column.path);
  const key = keys[at];
  const inner = (
    <>
      {!first && <Icon name={icon} size={14} />}
      <span title={label === column.label ? undefined : column.label}>{label}</span>
      {key && <Icon name={key.descending ? 'arrow-down' : 'arrow-up'} size={14} />}
      {key && keys.length > 1 && <small>{at + 1}</small>}
    </>
  );
  const dropping = first
    ? {}
    : {
        draggable: true,
        onDragStart: (event: DragEvent) => event.dataTransfer.setData(dragged, column.path),
        onDragOver: (event: DragEvent) => {
          if (!event.dataTransfer.types.includes(dragged)) return;
          event.preventDefault();
          setOver(true);
        },
        onDragLeave: () => setOver(false),
        onDrop: (event: DragEvent) => {
          setOver(false);
          onDropColumn(event.dataTransfer.getData(dragged));
        },
      };
  return (
    <th scope="col" aria-label={column.label} aria-sort={key ? (key.descending ? 'descending' : 'ascending') : undefined} className={classNames(first && styles.first, align && styles.end, over && styles.dropHere)}>
      <div className={styles.head} {...dropping}>
        {path ? (
          <button type="button" className={styles.headButton} title={t('list.sort_help')} onClick={(event) => onSort(toggled(sort, key?.path ?? path, event.shiftKey))}>
            {inner}
          </button>
        ) : (
          <span className={styles.headButton}>{inner}</span>
        )}
        <Menu
          target={
            <button type="button" className={styles.headMenu} aria-label={t('list.column_menu', { column: column.label })}>
              <Icon name="chevron-down" size={14} />
            </button>
          }
          sections={menu}
        />
      </div>
      <span className={classNames(styles.resizer, resizing && styles.resizing)} aria-hidden="true" onMouseDown={onResize} onTouchStart={onResize} />
    </th>
  );
}
