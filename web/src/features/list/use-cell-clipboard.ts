import type { ClipboardEvent } from 'react';
import type { Column } from '@/api/columns';
import type { Json, ObjectInfo, RecordData } from '@/api/types';
import { isEditable } from '@/fields/field-kits';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { useToast } from '@/ui/toast/use-toast';
import { cellsOf, fieldsOfText, textOfCell } from './cell-text';
import { useBulk } from './use-bulk';
import type { ActiveCell } from './use-grid-keys';

interface Clipboard {
  object: ObjectInfo;
  columns: readonly Column[];
  rows: readonly RecordData[];
  selected: ReadonlySet<string>;
}

const inCell = (event: ClipboardEvent) => (event.target as HTMLElement).dataset.cell !== undefined;

/** Cells as spreadsheets copy and paste them; selected rows are copied as a whole, and filled with one cell. */
export function useCellClipboard({ object, columns, rows, selected }: Clipboard) {
  const t = useText();
  const toast = useToast();
  const { today, locale } = useFormats();
  const { changeEach } = useBulk(object);

  function copy(event: ClipboardEvent, active: ActiveCell) {
    const [row, column] = [rows[active.row], columns[active.column]];
    if (!inCell(event) || !row || !column || window.getSelection()?.toString()) return;
    const copied = selected.size > 0 ? rows.filter((each) => selected.has(each.id)).map((each) => columns.map((every) => textOfCell(every, each)).join('\t')) : [textOfCell(column, row)];
    event.preventDefault();
    event.clipboardData.setData('text/plain', copied.join('\n'));
    toast({ text: t('list.copied') });
  }

  /** Puts texts into the cells from here to the right and down; one alone goes into this cell of all selected rows. */
  function put(texts: string[][], active: ActiveCell) {
    const [only] = texts.length === 1 && texts[0]?.length === 1 ? texts[0] : [];
    const wide = texts[0]?.length ?? 0;
    const into = columns.slice(active.column, active.column + wide);
    const closed = into.find((column) => !column.own || !isEditable(column.field));
    if (closed) return toast({ text: t('list.not_pasted', { field: closed.label }), failed: true });
    const chosen = only !== undefined && selected.size > 0 ? rows.filter((row) => selected.has(row.id)) : rows.slice(active.row, active.row + texts.length);
    const edits = chosen.map(({ id }, index) => {
      const line = only !== undefined ? [only] : (texts[index] ?? []);
      const fields: Record<string, Json> = Object.assign({}, ...into.map((column, at) => fieldsOfText(column.field, line[at] ?? '', today, locale)));
      return { id, fields };
    });
    void changeEach(edits);
  }
  function paste(event: ClipboardEvent, active: ActiveCell) {
    if (!inCell(event)) return;
    event.preventDefault();
    put(cellsOf(event.clipboardData.getData('text/plain')), active);
  }
  function fill(active: ActiveCell) {
    const [row, column] = [rows[active.row], columns[active.column]];
    if (row && column && selected.size > 0) put([[textOfCell(column, row)]], active);
  }
  return { copy, paste, fill };
}
