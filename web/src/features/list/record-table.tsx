import { useVirtualizer } from '@tanstack/react-virtual';
import { type ColumnDef, type ColumnSizingState, getCoreRowModel, useReactTable } from '@tanstack/react-table';
import { type Dispatch, type SetStateAction, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Column } from '@/api/columns';
import type { ListRequest } from '@/api/list-request';
import type { Filter, Json, ObjectInfo, RecordData } from '@/api/types';
import { useCatalogue } from '@/api/catalogue';
import { kitOf } from '@/fields/field-kits';
import { useText } from '@/i18n/use-text';
import { changePreferences, getPreferences, usePreferences } from '@/lib/preferences';
import { Checkbox } from '@/ui/input/checkbox';
import { VisuallyHidden } from '@/ui/text/visually-hidden';
import { heightOf, widthOf } from './cell-range';
import { columnMenu } from './column-menu';
import { GroupRow } from './group-row';
import { headLabel } from './head-label';
import { HeaderCell } from './header-cell';
import { groupChoices, type Line } from './list-groups';
import type { ListSearch } from './list-view';
import { toggledSelection } from './selection';
import { TableFooter } from './table-footer';
import type { Told, Totals } from './table-footer-model';
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
  filter: Filter | null;
  onChange: (search: Partial<ListSearch>) => void;
  told: readonly Told[];
  footer: Totals | undefined;
  /** Rows under the heads of their groups; undefined where there are no groups. */
  lines: Line[] | undefined;
  group: Column | undefined;
  folded: readonly Json[];
  onFold: Dispatch<SetStateAction<readonly Json[]>>;
}

const rowHeights = { comfortable: 36, compact: 30 };
const headHeight = 32;
const selectWidth = 44;
const narrowest = 70;
const widestHead = 240;
/** What a head needs for its sign, its name and its menu. */
const headWidth = (column: Column) => Math.min(widestHead, 64 + Math.ceil(6.6 * headLabel(column).length));
// It keeps the widths of columns only: making a row model of 100,000 records with every page would be most of the work.
const noRows: RecordData[] = [];

/** A table of any length: only the rows in sight are in the page. Its keys are those of a grid. */
export function RecordTable({ object, columns, rows, list, selected, onSelect, onLoadMore, sort, filter, onChange, told, footer, lines, group, folded, onFold }: RecordTableProps) {
  const t = useText();
  const catalogue = useCatalogue();
  const scroller = useRef<HTMLDivElement>(null);
  const { density } = usePreferences();
  const [sizes, setSizes] = useState<ColumnSizingState>(() => widthsOf(object.name));
  const definitions = useMemo<ColumnDef<RecordData>[]>(
    () => columns.map((column, index) => ({ id: column.path, size: index === 0 ? 250 : Math.max(kitOf(column.field).width ?? 160, headWidth(column)), minSize: narrowest })),
    [columns],
  );
  const table = useReactTable({
    data: noRows,
    columns: definitions,
    getCoreRowModel: getCoreRowModel(),
    columnResizeMode: 'onChange',
    state: { columnSizing: sizes },
    onColumnSizingChange: setSizes,
  });
  // Widths are kept when the hand lets go, not while it moves.
  const resizing = table.getState().columnSizingInfo.isResizingColumn;
  useEffect(() => {
    if (!resizing) keepWidths(object.name, sizes);
  }, [object.name, resizing, sizes]);

  const headers = table.getFlatHeaders();
  const height = rowHeights[density];
  const count = lines?.length ?? rows.length;
  const virtual = useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: () => height, overscan: 6, scrollPaddingStart: headHeight, scrollPaddingEnd: height + 44 });
  const items = virtual.getVirtualItems();
  const last = items[items.length - 1]?.index ?? 0;
  useEffect(() => {
    if (last >= count - 30) onLoadMore();
  }, [last, count, onLoadMore]);
  useEffect(() => virtual.measure(), [virtual, height]);

  const scrollTo = (row: number) => virtual.scrollToIndex(lines ? lines.findIndex((line) => line.kind === 'row' && line.index === row) : row);
  const { active, editing, setActive, setEditing, marked, ...events } = useGridKeys({ object, columns, rows, list, selected, onSelect, scrollTo, scroller });
  const shown = useRef(rows);
  useEffect(() => {
    shown.current = rows;
  }, [rows]);
  const toggle = useCallback((index: number, range: boolean) => onSelect((before) => toggledSelection(before, shown.current, index, range)), [onSelect]);
  const allSelected = rows.length > 0 && rows.every((row) => selected.has(row.id));
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items[items.length - 1]?.end ?? 0);
  const width = selectWidth + headers.reduce((sum, header) => sum + header.getSize(), 0);
  const groups = useMemo(() => groupChoices(object, catalogue).map(({ path }) => path), [object, catalogue]);
  const widen = (path: string, by: number) => setSizes((sizing) => ({ ...sizing, [path]: Math.max(narrowest, (table.getColumn(path)?.getSize() ?? 160) + by) }));
  const menu = (index: number) => columnMenu(t, index, { columns, sort, filter, groups, onChange, onWiden: widen });
  function drop(path: string, at: number) {
    const paths = columns.map((column) => column.path);
    const from = paths.indexOf(path);
    if (from > 0 && from !== at) onChange({ columns: paths.toSpliced(from, 1).toSpliced(at, 0, path) });
  }
  return (
    <div ref={scroller} className={styles.scroller} data-scroll-restoration-id="list">
      <VisuallyHidden>
        <span role="status">{marked && t('list.marked', { rows: heightOf(marked), columns: widthOf(marked) })}</span>
      </VisuallyHidden>
      <table role="grid" aria-label={object.plural_label} aria-rowcount={footer?.count ?? rows.length} aria-multiselectable="true" className={styles.table} style={{ minWidth: width }} {...events}>
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
              return (
                column && (
                  <HeaderCell
                    key={header.id}
                    column={column}
                    first={index === 0}
                    sort={sort}
                    onSort={(next) => onChange({ sort: next })}
                    onResize={header.getResizeHandler()}
                    resizing={header.column.getIsResizing()}
                    menu={() => menu(index)}
                    onDropColumn={(path) => drop(path, index)}
                  />
                )
              );
            })}
            <th aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
          {items.map((item) => {
            const line: Line | undefined = lines ? lines[item.index] : rows[item.index] && { kind: 'row', row: rows[item.index] as RecordData, index: item.index };
            if (!line) return null;
            if (line.kind === 'group') {
              return group && <GroupRow key={`group ${String(line.group.value)}`} column={group} columns={columns} told={told} group={line.group} folded={folded.includes(line.group.value)} onFold={onFold} />;
            }
            const { row, index } = line;
            return (
              <TableRow
                // By its place: a row that another record takes is changed, which costs half of making it anew.
                key={index}
                object={object}
                columns={columns}
                row={row}
                index={index}
                list={list}
                selected={selected.has(row.id)}
                activeColumn={active.row === index ? active.column : active.row >= rows.length && index === 0 ? 0 : undefined}
                markedFrom={marked && index >= marked.top && index <= marked.bottom ? marked.left : undefined}
                markedTo={marked?.right}
                editingColumn={editing && active.row === index ? active.column : undefined}
                onActivate={setActive}
                onEdit={setEditing}
                onToggle={toggle}
              />
            );
          })}
          {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
        </tbody>
        {/* Takes the room that few rows leave, so that they are no higher than many. */}
        <tbody aria-hidden="true" className={styles.rest}>
          <tr>
            <td colSpan={headers.length + 2} />
          </tr>
        </tbody>
        <TableFooter object={object} columns={columns} told={told} footer={footer} selected={selected.size} />
      </table>
    </div>
  );
}

function widthsOf(object: string): ColumnSizingState {
  const own = Object.entries(getPreferences().widths).filter(([key]) => key.startsWith(`${object}/`));
  return Object.fromEntries(own.map(([key, width]) => [key.slice(object.length + 1), width]));
}

function keepWidths(object: string, sizes: ColumnSizingState): void {
  const { widths } = getPreferences();
  const next = { ...widths, ...Object.fromEntries(Object.entries(sizes).map(([path, width]) => [`${object}/${path}`, width])) };
  if (JSON.stringify(next) !== JSON.stringify(widths)) changePreferences({ widths: next });
}
