import { useQueryClient } from '@tanstack/react-query';
import type { ClipboardEvent } from 'react';
import { useCatalogue } from '@/api/catalogue';
import { type Column, valueAt } from '@/api/columns';
import { knownRecordName } from '@/api/record-names';
import type { Json, ObjectInfo, RecordData } from '@/api/types';
import { isEditable } from '@/fields/field-kits';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { guarded, unguarded } from '@/lib/formula-guard';
import { useToast } from '@/ui/toast/use-toast';
import { type ActiveCell, type CellRange, columnsIn, rowsIn } from './cell-range';
import { cellsOf, fieldsOfText, type Reader, textOfCell } from './cell-text';
import { useBulk } from './use-bulk';

interface Clipboard {
  object: ObjectInfo;
  columns: readonly Column[];
  rows: readonly RecordData[];
  selected: ReadonlySet<string>;
}

const inCell = (event: ClipboardEvent) => (event.target as HTMLElement).dataset.cell !== undefined;
const isOpen = (column: Column) => column.own && isEditable(column.field);
const alone = ({ row, column }: ActiveCell): CellRange => ({ top: row, bottom: row, left: column, right: column });

/** Cells as spreadsheets copy and paste them: those that are marked, or the one that one is at. Selected rows are copied as a whole, and filled with one cell. */
export function useCellClipboard({ object, columns, rows, selected }: Clipboard) {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const catalogue = useCatalogue();
  const { today, locale, timeZone } = useFormats();
  const { changeEach } = useBulk(object);
  const reader: Reader = { today, locale, timeZone, nameOf: (id) => knownRecordName(queries, catalogue.objectOfId(id), id) };
  const selectedRows = () => rows.filter((row) => selected.has(row.id));

  function copy(event: ClipboardEvent, active: ActiveCell, marked: CellRange | undefined) {
    if (!inCell(event) || window.getSelection()?.toString()) return;
    const whole = !marked && selected.size > 0;
    const range = marked ?? alone(active);
    const [lines, across] = whole ? [selectedRows(), columns] : [rowsIn(range, rows), columnsIn(range, columns)];
    event.preventDefault();
    event.clipboardData.setData('text/plain', lines.map((row) => across.map((column) => guarded(textOfCell(column, row, reader))).join('\t')).join('\n'));
    toast({ text: t('list.copied') });
  }

  /** Whether all of these can be written; says so where not. */
  function mayWrite(into: readonly Column[]): boolean {
    const closed = into.find((column) => !isOpen(column));
    if (closed) toast({ text: t('list.not_pasted', { field: closed.label }), failed: true });
    return !closed;
  }
  /** Puts texts into the cells from here to the right and down; one alone goes into all that are marked, or into this cell of all selected rows. */
  function paste(event: ClipboardEvent, active: ActiveCell, marked: CellRange | undefined) {
    if (!inCell(event)) return;
    event.preventDefault();
    const texts = cellsOf(event.clipboardData.getData('text/plain')).map((line) => line.map(unguarded));
    const [only] = texts.length === 1 && texts[0]?.length === 1 ? texts[0] : [];
    const { top, bottom, left, right } = marked ?? alone(active);
    const into = columns.slice(left, only === undefined ? left + (texts[0]?.length ?? 0) : right + 1);
    if (!mayWrite(into)) return;
    const chosen = only === undefined ? rows.slice(top, top + texts.length) : !marked && selected.size > 0 ? selectedRows() : rows.slice(top, bottom + 1);
    const fields = (line: readonly string[]): Record<string, Json> => Object.assign({}, ...into.map((column, at) => fieldsOfText(column.field, only ?? line[at] ?? '', reader)));
    void changeEach(chosen.map(({ id }, index) => ({ id, fields: fields(texts[index] ?? []) })), 'pasted');
  }
  /** Gives the cells below, or this cell of all selected rows, what stands here. */
  function fill(active: ActiveCell, marked: CellRange | undefined) {
    const range = marked ?? alone(active);
    const source = rows[range.top];
    const into = columnsIn(range, columns);
    const chosen = marked ? rowsIn(range, rows).slice(1) : selectedRows();
    if (!source || chosen.length === 0 || !mayWrite(into)) return;
    const fields = Object.fromEntries(into.map(({ field }) => [field.name, source[field.name] ?? null]));
    void changeEach(chosen.map(({ id }) => ({ id, fields })), 'pasted');
  }
  /** Empties the cells that may be empty. The name stays: it leads to the record. */
  function clear(active: ActiveCell, marked: CellRange | undefined) {
    const range = marked ?? alone(active);
    const into = columnsIn(range, columns).filter((column) => isOpen(column) && !column.field.required && column !== columns[0]);
    if (into.length === 0) return toast({ text: t('list.not_cleared'), failed: true });
    const fields: Record<string, Json> = Object.assign({}, ...into.map(({ field }) => fieldsOfText(field, '', reader)));
    const filled = rowsIn(range, rows).filter((row) => into.some(({ path }) => ![null, '', false].includes(valueAt(row, path) as never)));
    if (filled.length > 0) void changeEach(filled.map(({ id }) => ({ id, fields })), 'cleared');
  }
  return { copy, paste, fill, clear };
}
