import { DndContext, type DragEndEvent, type DragOverEvent, DragOverlay, type DragStartEvent, KeyboardSensor, MouseSensor, pointerWithin, rectIntersection, TouchSensor, useSensor, useSensors } from '@dnd-kit/core';
import type { QueryKey } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { fieldOf, useCatalogue } from '@/api/catalogue';
import type { Field, Filter, ObjectInfo, RecordData } from '@/api/types';
import { CloseDialog } from '@/fields/close-dialog';
import { useText } from '@/i18n/use-text';
import { usePhone } from '@/ui/media/use-phone';
import { BoardCard } from './board-card';
import { BoardColumnView } from './board-column';
import { type BoardColumn, type BoardMoney, noTotal, type Totals, withMove } from './board-model';
import { cardsQuery } from './board-request';
import { CloseZone } from './close-zone';
import { ColumnStrip } from './column-strip';
import { cardFields } from './card-fields';
import { columnByKeyboard } from './keyboard-coordinates';
import { useAnnouncements } from './use-announcements';
import { useMoveCard } from './use-move-card';
import styles from './board.module.css';

export interface BoardColumnsProps {
  object: ObjectInfo;
  group: Field;
  columns: BoardColumn[];
  /** What all columns have in common. */
  filter: Filter | null;
  sort: string | undefined;
  /** Not there while they are on their way. */
  totals: Totals | undefined;
  /** The totals without the card that is held. */
  settled: Totals | undefined;
  totalsKey: QueryKey;
  money: BoardMoney | undefined;
  /** On phones: the column that the address names. */
  shownColumn?: string;
  onHeldTotals: (totals: Totals | null) => void;
}

interface Held {
  card: RecordData;
  from: BoardColumn;
  step?: string | null;
}

/** The columns, and what happens while a card is carried from one to another. */
export function BoardColumns({ object, group, columns, filter, sort, totals, settled, totalsKey, money, shownColumn, onHeldTotals }: BoardColumnsProps) {
  const t = useText();
  const catalogue = useCatalogue();
  const [held, setHeld] = useState<Held | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [closing, setClosing] = useState<(Held & { to: BoardColumn }) | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const phone = usePhone();
  const open = useMemo(() => columns.filter((column) => column.outcome === 'open'), [columns]);
  const ends = useMemo(() => columns.filter((column) => column.outcome !== 'open'), [columns]);
  const fields = useMemo(() => cardFields(object, catalogue), [object, catalogue]);
  const queryOf = useCallback(
    (column: BoardColumn) => cardsQuery(object, fields.ask, filter, group, column.id, sort),
    [object, fields, filter, group, sort],
  );
  const queries = useMemo(() => new Map(open.map((column) => [column.id, queryOf(column)])), [open, queryOf]);
  const keyOf = useCallback((column: BoardColumn) => queryOf(column).queryKey as QueryKey, [queryOf]);
  const move = useMoveCard({ object, group, columns, money, sort, totalsKey, keyOf });
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    // A finger that rests lifts the card; one that moves scrolls.
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, { keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] }, coordinateGetter: columnByKeyboard }),
  );
  const announcements = useAnnouncements(columns, object);

  /** Ends that ask something open their dialog; everything else moves at once. */
  const request = useCallback(
    (card: RecordData, from: BoardColumn, to: BoardColumn) => {
      if (from.id === to.id) return;
      const asks = to.outcome === 'lost' ? fieldOf(object, 'loss_reason') : to.outcome === 'won' ? fieldOf(object, 'close_date') : undefined;
      if (asks) setClosing({ card, from, to });
      else move(card, from, to).catch(() => undefined);
    },
    [object, move],
  );

  function settle() {
    setHeld(null);
    setOver(null);
    onHeldTotals(null);
  }
  function onDragOver({ over: target }: DragOverEvent) {
    const to = columns.find((column) => column.id === target?.id);
    setOver(to?.id ?? null);
    if (held) onHeldTotals(to && settled ? withMove(settled, held.card, held.from, to, money) : null);
  }
  function onDragEnd({ over: target }: DragEndEvent) {
    const to = columns.find((column) => column.id === target?.id);
    settle();
    if (held && to) request(held.card, held.from, to);
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={(args) => (args.pointerCoordinates ? pointerWithin(args) : rectIntersection(args))}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('board.drag_help') } }}
      onDragStart={({ active }: DragStartEvent) => setHeld((active.data.current as Held | undefined) ?? null)}
      onDragOver={onDragOver}
      onDragEnd={onDragEnd}
      onDragCancel={settle}
    >
      {phone && <ColumnStrip columns={open} totals={totals} money={money} scroller={scroller} initial={shownColumn} />}
      <div ref={scroller} className={styles.columns} data-scroll-restoration-id="board">
        {open.map((column) => (
          <BoardColumnView key={column.id} object={object} column={column} columns={columns} query={queries.get(column.id) ?? queryOf(column)} total={totals && (totals.get(column.id) ?? noTotal)} money={money} fields={fields} held={held?.from.id === column.id ? held.card.id : undefined} over={over === column.id && held?.from.id !== column.id} onMove={request} />
        ))}
      </div>
      {held && ends.length > 0 && <CloseZone columns={ends} over={over} />}
      <DragOverlay dropAnimation={null}>{held && <BoardCard object={object} card={held.card} column={held.from} fields={fields} step={held.step} lifted />}</DragOverlay>
      {closing && closing.to.outcome !== 'open' && (
        <CloseDialog
          object={object}
          record={closing.card}
          outcome={closing.to.outcome}
          onClose={() => setClosing(null)}
          onSubmit={async (changes) => {
            await move(closing.card, closing.from, closing.to, changes);
            setClosing(null);
          }}
        />
      )}
    </DndContext>
  );
}
