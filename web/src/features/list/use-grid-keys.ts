import { useNavigate } from '@tanstack/react-router';
import { type Dispatch, type ClipboardEvent, type KeyboardEvent, type RefObject, type SetStateAction, useEffect, useRef, useState } from 'react';
import type { Column } from '@/api/columns';
import type { ListRequest } from '@/api/records';
import type { ObjectInfo, RecordData } from '@/api/types';
import { isEditable } from '@/fields/field-kits';
import { useCellClipboard } from './use-cell-clipboard';

export interface ActiveCell {
  row: number;
  column: number;
}

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

const clamp = (value: number, most: number) => Math.max(0, Math.min(value, most));

/** The keys of the grid: arrows, j and k move, Enter opens or edits, e edits, x selects, Esc leaves. */
export function useGridKeys({ object, columns, rows, list, selected, onSelect, scrollTo, scroller }: GridKeys) {
  const navigate = useNavigate();
  const clipboard = useCellClipboard({ object, columns, rows, selected });
  const [active, setActive] = useState<ActiveCell>({ row: 0, column: 0 });
  const [editing, setEditing] = useState(false);
  const wantsFocus = useRef(false);

  // The cell may have to be brought into the page first, so the focus follows after it is drawn.
  useEffect(() => {
    if (!wantsFocus.current || editing) return;
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-cell="${active.row}/${active.column}"]`);
    if (!cell) return;
    cell.focus({ preventScroll: false });
    wantsFocus.current = false;
  });

  function go(row: number, column: number) {
    const next = { row: clamp(row, rows.length - 1), column: clamp(column, columns.length - 1) };
    wantsFocus.current = true;
    scrollTo(next.row);
    setActive(next);
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
    const actions: Record<string, () => void> = {
      ArrowDown: () => go(row + 1, column),
      j: () => go(row + 1, column),
      ArrowUp: () => go(row - 1, column),
      k: () => go(row - 1, column),
      ArrowRight: () => go(row, column + rtl),
      ArrowLeft: () => go(row, column - rtl),
      PageDown: () => go(row + page, column),
      PageUp: () => go(row - page, column),
      Home: () => go(row, 0),
      End: () => go(row, columns.length - 1),
      Enter: () => (column === 0 ? open() : edit()),
      F2: edit,
      e: edit,
      x: toggle,
      d: () => clipboard.fill(active),
      Escape: () => onSelect(new Set()),
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }
  return {
    onCopy: (event: ClipboardEvent) => !editing && clipboard.copy(event, active),
    onPaste: (event: ClipboardEvent) => !editing && clipboard.paste(event, active),
    active,
    editing,
    setActive,
    setEditing: (next: boolean) => {
      wantsFocus.current = !next;
      setEditing(next);
    },
    onKeyDown,
  };
}
