import type { QueryKey } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { fieldOf, useCatalogue } from '@/api/catalogue';
import type { Field, Filter, ObjectInfo, RecordData } from '@/api/types';
import { CloseDialog } from '@/fields/close-dialog';
import { atLeisure } from '@/lib/at-leisure';
import { changePreferences, getPreferences, usePreferences } from '@/lib/preferences';
import { usePhone } from '@/ui/media/use-phone';
import { BoardColumnView } from './board-column';
import { type BoardColumn, type BoardMoney, noTotal, type Totals, withMove } from './board-model';
import { cardsQuery } from './board-request';
import { ColumnStrip } from './column-strip';
import { cardFields } from './card-fields';
import type { HeldCard } from './card-press';
import { useMoveCard } from './use-move-card';
import { usePress } from './use-press';
import styles from './board.module.css';

export interface BoardColumnsProps {
  object: ObjectInfo;
  group: Field;
  columns: BoardColumn[];
  /** What all columns have in common. */
  filter: Filter | null;
  sort: string | undefined;
  /** The fields that the view chose for its cards. */
  chosen: readonly string[];
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

const CardDragging = atLeisure(async () => (await import('./card-dragging')).CardDragging);

/** The columns, and what happens while a card is carried from one to another. */
export function BoardColumns({ object, group, columns, filter, sort, chosen, totals, settled, totalsKey, money, shownColumn, onHeldTotals }: BoardColumnsProps) {
  const catalogue = useCatalogue();
  const [held, setHeld] = useState<HeldCard | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [closing, setClosing] = useState<(HeldCard & { to: BoardColumn }) | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const phone = usePhone();
  const { foldedColumns } = usePreferences();
  // A phone has one column in sight, and a strip that leads to the others.
  const isFolded = (column: BoardColumn) => !phone && foldedColumns.includes(`${object.name}/${column.id}`);
  const fold = useCallback(
    (column: BoardColumn, folded: boolean) => {
      const place = `${object.name}/${column.id}`;
      const others = getPreferences().foldedColumns.filter((each) => each !== place);
      changePreferences({ foldedColumns: folded ? [...others, place] : others });
    },
    [object.name],
  );
  const open = useMemo(() => columns.filter((column) => column.outcome === 'open'), [columns]);
  const fields = useMemo(() => cardFields(object, catalogue, chosen), [object, catalogue, chosen]);
  const queryOf = useCallback(
    (column: BoardColumn) => cardsQuery(object, fields.ask, filter, group, column.id, sort),
    [object, fields, filter, group, sort],
  );
  const queries = useMemo(() => new Map(open.map((column) => [column.id, queryOf(column)])), [open, queryOf]);
  const keyOf = useCallback((column: BoardColumn) => queryOf(column).queryKey as QueryKey, [queryOf]);
  const move = useMoveCard({ object, group, columns, money, sort, totalsKey, keyOf });
  const { taker, early, press } = usePress();
  const landed = useRef<string | null>(null);

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

  function hold(next: HeldCard | null) {
    setHeld(next);
    setOver(null);
    onHeldTotals(null);
  }
  function carry({ card, from }: HeldCard, to: BoardColumn | undefined) {
    setOver(to?.id ?? null);
    onHeldTotals(to && settled ? withMove(settled, card, from, to, money) : null);
  }
  function drop({ card, from }: HeldCard, to: BoardColumn, byKeyboard: boolean) {
    landed.current = byKeyboard && from.id !== to.id && to.outcome === 'open' && !isFolded(to) ? card.id : null;
    request(card, from, to);
  }
  return (
    <>
      {phone && <ColumnStrip columns={open} totals={totals} money={money} scroller={scroller} initial={shownColumn} />}
      <div ref={scroller} className={styles.columns} style={open.some(isFolded) ? { gridTemplateColumns: open.map((column) => (isFolded(column) ? '44px' : 'minmax(216px, 1fr)')).join(' ') } : undefined} data-scroll-restoration-id="board">
        {open.map((column) => (
          <BoardColumnView key={column.id} object={object} column={column} columns={columns} query={queries.get(column.id) ?? queryOf(column)} total={totals && (totals.get(column.id) ?? noTotal)} money={money} fields={fields} held={held?.from.id === column.id ? held.card.id : undefined} over={over === column.id && held?.from.id !== column.id} folded={isFolded(column)} onFold={fold} onMove={request} onPress={press} landed={landed} />
        ))}
      </div>
      <CardDragging object={object} columns={columns} fields={fields} taker={taker} early={early} onHold={hold} onOver={carry} onDrop={drop} />
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
    </>
  );
}
