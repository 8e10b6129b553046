import { memo, useCallback, useState } from 'react';
import { nameOf, type Column } from '@/api/columns';
import type { ListRequest } from '@/api/list-request';
import type { ObjectInfo, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { Checkbox } from '@/ui/input/checkbox';
import type { ActiveCell } from './cell-range';
import { TableCell } from './table-cell';
import styles from './table.module.css';

export interface TableRowProps {
  object: ObjectInfo;
  columns: Column[];
  row: RecordData;
  index: number;
  list: ListRequest;
  selected: boolean;
  /** The column of the cell that has the focus, when it is in this row. */
  activeColumn: number | undefined;
  /** The first and the last column of the row's marked cells. */
  markedFrom: number | undefined;
  markedTo: number | undefined;
  editingColumn: number | undefined;
  onActivate: (cell: ActiveCell) => void;
  onEdit: (editing: boolean) => void;
  /** `range`: everything between the last selected row and this one. */
  onToggle: (index: number, range: boolean) => void;
}

export const TableRow = memo(
  function TableRow({ object, columns, row, index, list, selected, activeColumn, markedFrom, markedTo, editingColumn, onActivate, onEdit, onToggle }: TableRowProps) {
    const t = useText();
    // Menus and tooltips of rows that nobody is at cost half of what drawing the list does.
    const [reached, setReached] = useState(false);
    const reach = useCallback(() => setReached(true), []);
    return (
      <tr aria-rowindex={index + 2} aria-selected={selected} className={classNames(styles.row, selected && styles.selected)} onPointerEnter={reach} onFocus={reach}>
        <td className={styles.select}>
          <Checkbox
            aria-label={t('list.select_row', { name: nameOf(row, object) })}
            checked={selected}
            tabIndex={-1}
            onChange={(event) => onToggle(index, (event.nativeEvent as MouseEvent).shiftKey)}
          />
        </td>
        {columns.map((column, at) => (
          <TableCell
            key={column.path}
            object={object}
            column={column}
            row={row}
            list={list}
            first={at === 0}
            reached={reached}
            address={`${index}/${at}`}
            active={activeColumn === at}
            marked={markedFrom !== undefined && markedTo !== undefined && at >= markedFrom && at <= markedTo}
            editing={editingColumn === at}
            onActivate={() => onActivate({ row: index, column: at })}
            onEdit={onEdit}
          />
        ))}
        <td aria-hidden="true" />
      </tr>
    );
  },
  (before, after) =>
    before.row === after.row &&
    before.index === after.index &&
    before.columns === after.columns &&
    before.selected === after.selected &&
    before.activeColumn === after.activeColumn &&
    before.markedFrom === after.markedFrom &&
    (after.markedFrom === undefined || before.markedTo === after.markedTo) &&
    before.editingColumn === after.editingColumn &&
    before.onToggle === after.onToggle,
);
