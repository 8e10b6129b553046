import { useNavigate } from '@tanstack/react-router';
import { type Dispatch, type ClipboardEvent, type KeyboardEvent, type MouseEvent, type RefObject, type SetStateAction, useEffect, useRef, useState } from 'react';
import type { Column } from '@/api/columns';
import type { ListRequest } from '@/api/list-request';
import type { ObjectInfo, RecordData } from '@/api/types';
import { isEditable } from '@/fields/field-kits';
import { type ActiveCell, rangeOf } from './cell-range';
import { useCellClipboard } from './use-cell-clipboard';

interface GridKeys {
  object: ObjectInfo;
  columns: Column[];
  rows: RecordData[];
  list: ListRequest;
  selected: ReadonlySet<string>;
  onSelect: Dispatch<SetStateAction<ReadonlySet<string>>>;
  /** Brings a row into the page. */
  scrollTo: (row: number) => void;
  scroller: RefObject<HTMLDivElement | null>;
}

/** Opens the menu of the row that something is in. */
const openMenu = (within: Element) => within.closest('tr')?.querySelector<HTMLElement>('[data-row-menu]')?.click();

const clamp = (value: number, most: number) => Math.max(0, Math.min(value, most));

const cellAt = (target: EventTarget): ActiveCell | undefined => {
  const [row, column] = ((target as HTMLElement).closest<HTMLElement>('[data-cell]')?.dataset.cell ?? '').split('/').map(Number);
  return row === undefined || column === undefined ? undefined : { row, column };
};

/** The keys of the grid: arrows, j and k move and with Shift mark, Enter opens or edits, e edits, x selects, m opens the menu of the row, Delete empties, Esc leaves. */
export function useGridKeys({ object, columns, rows, list, selected, onSelect, scrollTo, scroller }: GridKeys) {
  const navigate = useNavigate();
  const clipboard = useCellClipboard({ object, columns, rows, selected });
  const [active, setActive] = useState<ActiveCell>({ row: 0, column: 0 });
  const [editing, setEditing] = useState(false);
  // The corner that marking began at. In another list other records stand there.
  const [anchor, setAnchor] = useState<(ActiveCell & { list: ListRequest }) | null>(null);
  const marked = anchor?.list === list ? rangeOf(anchor, active) : undefined;
  const markFrom = (cell: ActiveCell | null) => setAnchor(cell && { ...cell, list });
  const wantsFocus = useRef(false);
  const latest = useRef(active);

  // The cell may have to be brought into the page first, so the focus follows after it is drawn.
  useEffect(() => {
    if (!wantsFocus.current || editing) return;
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-cell="${active.row}/${active.column}"]`);
    if (!cell) return;
    cell.focus({ preventScroll: false });
    wantsFocus.current = false;
  });

  function go(row: number, column: number, marking: boolean) {
    if (!marking) markFrom(null);
    else if (anchor?.list !== list) markFrom(active);
    const next = { row: clamp(row, rows.length - 1), column: clamp(column, columns.length - 1) };
    wantsFocus.current = true;
    latest.current = next;
    scrollTo(next.row);
    setActive(next);
  }
  /** Whoever comes to a cell by another way than marking marks nothing. Rows keep the first of these functions that they are given. */
  function activate(cell: ActiveCell) {
    if (cell.row === latest.current.row && cell.column === latest.current.column) return;
    latest.current = cell;
    setAnchor(null);
    setActive(cell);
  }
  function edit() {
    const column = columns[active.column];
    if (column?.own && isEditable(column.field) && active.column > 0) setEditing(true);
  }
  function toggle() {
    const row = rows[active.row];
    if (!row) return;
    onSelect((before) => {
      const next = new Set(before);
      if (!next.delete(row.id)) next.add(row.id);
      return next;
    });
  }
  function open() {
    const row = rows[active.row];
    if (row) void navigate({ to: '/o/$object/$id', params: { object: object.name, id: row.id }, state: { list: JSON.stringify(list) } });
  }
  function onKeyDown(event: KeyboardEvent) {
    const target = event.target as HTMLElement;
    if (editing || event.ctrlKey || event.metaKey || event.altKey || !target.dataset.cell) return;
    const rtl = document.documentElement.dir === 'rtl' ? -1 : 1;
    const { row, column } = active;
    const page = 15;
    const to = (toRow: number, toColumn: number) => go(toRow, toColumn, event.shiftKey);
    const actions: Record<string, () => void> = {
      ArrowDown: () => to(row + 1, column),
      j: () => to(row + 1, column),
      ArrowUp: () => to(row - 1, column),
      k: () => to(row - 1, column),
      ArrowRight: () => to(row, column + rtl),
      ArrowLeft: () => to(row, column - rtl),
      PageDown: () => to(row + page, column),
      PageUp: () => to(row - page, column),
      Home: () => to(row, 0),
      End: () => to(row, columns.length - 1),
      Enter: () => (column === 0 ? open() : edit()),
      F2: edit,
      e: edit,
      x: toggle,
      m: () => openMenu(target),
      d: () => clipboard.fill(active, marked),
      Delete: () => clipboard.clear(active, marked),
      Backspace: () => clipboard.clear(active, marked),
      Escape: () => (marked ? markFrom(null) : onSelect(new Set())),
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }
  /** A press marks from here on, one with Shift up to here. */
  function onMouseDown(event: MouseEvent) {
    const cell = editing || event.button !== 0 ? undefined : cellAt(event.target);
    if (!cell) return;
    if (event.shiftKey) {
      // Neither text is selected nor is a link followed.
      event.preventDefault();
      go(cell.row, cell.column, true);
    } else markFrom(null);
  }
  /** The browser's own menu stays with links and with text that is selected. */
  function onContextMenu(event: MouseEvent) {
    const target = event.target as Element;
    if (editing || !cellAt(target) || target.closest('a') || window.getSelection()?.toString()) return;
    event.preventDefault();
    openMenu(target);
  }
  function onClickCapture(event: MouseEvent) {
    if (event.shiftKey && cellAt(event.target)) event.preventDefault();
  }
  return {
    onCopy: (event: ClipboardEvent) => !editing && clipboard.copy(event, active, marked),
    onPaste: (event: ClipboardEvent) => !editing && clipboard.paste(event, active, marked),
    marked,
    onMouseDown,
    onClickCapture,
    onContextMenu,
    active,
    editing,
    setActive: activate,
    setEditing: (next: boolean) => {
      wantsFocus.current = !next;
      setEditing(next);
    },
    onKeyDown,
  };
}
