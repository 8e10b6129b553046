import { Link } from '@tanstack/react-router';
import { nameOf, type Column } from '@/api/columns';
import { pictureOf } from '@/api/pictures';
import type { ListRequest } from '@/api/list-request';
import type { ObjectInfo, RecordData } from '@/api/types';
import { FieldEditor } from '@/fields/field-editor';
import { isEditable, kitOf } from '@/fields/field-kits';
import { FieldValue } from '@/fields/field-value';
import { useGatedSave } from '@/fields/gate/gate-context';
import { RecordAvatar } from '@/fields/record-avatar';
import { classNames } from '@/lib/class-names';
import { RowTools } from './row-tools';
import styles from './table.module.css';

export interface TableCellProps {
  object: ObjectInfo;
  column: Column;
  row: RecordData;
  /** What the list asks for, so that the record's page knows its neighbours. */
  list: ListRequest;
  first: boolean;
  /** The pointer or the focus has been in the row. */
  reached: boolean;
  /** "row/column", by which the keys find it. */
  address: string;
  active: boolean;
  /** One of several that are marked. */
  marked: boolean;
  editing: boolean;
  onActivate: () => void;
  onEdit: (editing: boolean) => void;
}

/** A value in its place; a second press or Enter edits it there. */
export function TableCell({ object, column, row, list, first, reached, address, active, marked, editing, onActivate, onEdit }: TableCellProps) {
  const { align } = kitOf(column.field);
  const shared = { 'data-cell': address, 'aria-selected': marked || undefined, tabIndex: active ? 0 : -1, onFocus: onActivate } as const;
  if (editing) {
    return (
      <td className={styles.editing}>
        <CellEditor key={row.id} object={object} column={column} row={row} onClose={() => onEdit(false)} />
      </td>
    );
  }
  if (first) {
    return (
      <th scope="row" {...shared} className={classNames(styles.first, marked && styles.marked)}>
        <span className={styles.name}>
          <RecordAvatar key={row.id} object={object} name={nameOf(row, object)} size={24} picture={pictureOf(row, object)} />
          <Link to="/o/$object/$id" params={{ object: object.name, id: row.id }} state={{ list: JSON.stringify(list) }} className="cut" tabIndex={-1} data-peek={row.id}>
            <bdi>{nameOf(row, object)}</bdi>
          </Link>
          {reached && <RowTools object={object} row={row} />}
        </span>
      </th>
    );
  }
  return (
    <td
      {...shared}
      className={classNames(align ? styles.end : 'cut', marked && styles.marked)}
      onDoubleClick={() => {
        if (!column.own || !isEditable(column.field)) return;
        onActivate();
        onEdit(true);
      }}
    >
      <FieldValue field={column.field} record={row} path={column.path} />
    </td>
  );
}

function CellEditor({ object, column, row, onClose }: Pick<TableCellProps, 'object' | 'column' | 'row'> & { onClose: () => void }) {
  const save = useGatedSave(object);
  return (
    <div className={styles.editor}>
      <FieldEditor field={column.field} record={row} onSave={save} onClose={onClose} />
    </div>
  );
}
