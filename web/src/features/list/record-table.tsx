import { type ColumnDef, getCoreRowModel, useReactTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type Dispatch, type SetStateAction, useCallback, useEffect, useMemo, useRef } from 'react';
import type { Column } from '@/api/columns';
import type { ListRequest } from '@/api/records';
import type { ObjectInfo, RecordData } from '@/api/types';
import { kitOf } from '@/fields/field-kits';
import { useText } from '@/i18n/use-text';
import { usePreferences } from '@/lib/preferences';
import { Checkbox } from '@/ui/input/checkbox';
import { HeaderCell } from './header-cell';
import { TableFooter } from './table-footer';
import type { Footer } from './table-footer-model';
import { TableRow } from './table-row';
import { useGridKeys } from './use-grid-keys';
import styles from './table.module.css';

export interface RecordTableProps {
  object: ObjectInfo;
  columns: Column[];
  rows: RecordData[];
  list: ListRequest;
  selected: ReadonlySet<string>;
  onSelect: Dispatch<SetStateAction<ReadonlySet<string>>>;
  /** Called when the end of what is loaded comes near. */
  onLoadMore: () => void;
  sort: string;
  onSort: (sort: string) => void;
  footer: Footer | undefined;
}

const rowHeights = { comfortable: 36, compact: 30 };
const headHeight = 32;
const selectWidth = 44;

/** A table of any length: only the rows in sight are in the page. Its keys are those of a grid. */
export function RecordTable({ object, columns, rows, list, selected, onSelect, onLoadMore, sort, onSort, footer }: RecordTableProps) {
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const { density } = usePreferences();
  const definitions = useMemo<ColumnDef<RecordData>[]>(
    () => columns.map((column, index) => ({ id: column.path, size: index === 0 ? 250 : (kitOf(column.field).width ?? 160), minSize: 70 })),
    [columns],
  );
  const table = useReactTable({ data: rows, columns: definitions, getCoreRowModel: getCoreRowModel(), columnResizeMode: 'onChange', getRowId: (row) => row.id });
  const headers = table.getFlatHeaders();
  const height = rowHeights[density];
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => height, overscan: 12, scrollPaddingStart: headHeight, scrollPaddingEnd: height + 44 });
  const items = virtual.getVirtualItems();
  const last = items[items.length - 1]?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - 30) onLoadMore();
  }, [last, rows.length, onLoadMore]);
  useEffect(() => virtual.measure(), [virtual, height]);

  const { active, editing, setActive, setEditing, onKeyDown } = useGridKeys({ object, columns, rows, list, onSelect, scrollTo: virtual.scrollToIndex, scroller });
  const toggle = useCallback((index: number, range: boolean) => onSelect((before) => toggledSelection(before, rows, index, range)), [onSelect, rows]);
  const allSelected = rows.length > 0 && rows.every((row) => selected.has(row.id));
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items[items.length - 1]?.end ?? 0);
  const width = selectWidth + headers.reduce((sum, header) => sum + header.getSize(), 0);
  return (
    <div ref={scroller} className={styles.scroller}>
      <table role="grid" aria-label={object.plural_label} aria-rowcount={footer?.count ?? rows.length} aria-multiselectable="true" className={styles.table} style={{ minWidth: width }} onKeyDown={onKeyDown}>
        <colgroup>
          <col style={{ width: selectWidth }} />
          {headers.map((header) => (
            <col key={header.id} style={{ width: header.getSize() }} />
          ))}
          <col />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th className={styles.select} scope="col">
              <Checkbox aria-label={t('list.select_all')} checked={allSelected} mixed={!allSelected && selected.size > 0} onChange={() => onSelect(allSelected ? new Set() : new Set(rows.map((row) => row.id)))} />
            </th>
            {headers.map((header, index) => {
              const column = columns[index];
              return column && <HeaderCell key={header.id} column={column} first={index === 0} sort={sort} onSort={onSort} onResize={header.getResizeHandler()} resizing={header.column.getIsResizing()} />;
            })}
            <th aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
          {items.map(({ index }) => {
            const row = rows[index];
            return (
              row && (
                <TableRow
                  key={row.id}
                  object={object}
                  columns={columns}
                  row={row}
                  index={index}
                  list={list}
                  selected={selected.has(row.id)}
                  activeColumn={active.row === index ? active.column : active.row >= rows.length && index === 0 ? 0 : undefined}
                  editingColumn={editing && active.row === index ? active.column : undefined}
                  onActivate={setActive}
                  onEdit={setEditing}
                  onToggle={toggle}
                />
              )
            );
          })}
          {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
        </tbody>
        <TableFooter columns={columns} footer={footer} selected={selected.size} />
      </table>
    </div>
  );
}

/** The selection after a press on a box; with `range`, everything up to the last row that is selected above it. */
function toggledSelection(selected: ReadonlySet<string>, rows: RecordData[], index: number, range: boolean): ReadonlySet<string> {
  const next = new Set(selected);
  const row = rows[index];
  if (!row) return next;
  if (range) {
    const anchor = rows.slice(0, index).findLastIndex((each) => selected.has(each.id));
    rows.slice(anchor === -1 ? index : anchor, index + 1).forEach((each) => next.add(each.id));
  } else if (!next.delete(row.id)) next.add(row.id);
  return next;
}
