import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type RefObject, memo, useMemo, useRef } from 'react';
import { reasonOf } from '@/api/api-error';
import type { recordListQuery } from '@/api/records';
import type { ObjectInfo, RecordData } from '@/api/types';
import { useRegion } from '@/i18n/region';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { useFirst } from '@/lib/use-first';
import { Button } from '@/ui/button/button';
import { useNear } from '@/ui/media/use-near';
import { usePhone } from '@/ui/media/use-phone';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { BoardColumnHead } from './board-column-head';
import type { BoardColumn, BoardMoney, ColumnTotal } from './board-model';
import { hasSteps, stepsQuery } from './board-request';
import type { CardFields } from './card-fields';
import type { Press } from './card-press';
import { FoldedColumn } from './folded-column';
import { DraggableCard } from './draggable-card';
import styles from './board.module.css';

export interface BoardColumnViewProps {
  object: ObjectInfo;
  column: BoardColumn;
  /** All columns, for the menu that moves a card. */
  columns: BoardColumn[];
  query: ReturnType<typeof recordListQuery>;
  /** Not there while it is on its way. */
  total: ColumnTotal | undefined;
  money: BoardMoney | undefined;
  fields: CardFields;
  /** Id of the card of this column that is being carried. */
  held?: string;
  /** A card from elsewhere is above it. */
  over: boolean;
  /** Only its name is shown. */
  folded: boolean;
  onFold: (column: BoardColumn, folded: boolean) => void;
  onMove: (card: RecordData, from: BoardColumn, to: BoardColumn) => void;
  onPress: (press: Press) => void;
  /** Id of the card that was dropped by keyboard. */
  landed: RefObject<string | null>;
}

/** How many cards the highest window shows, and the highest phone. */
const inSight = 8;
const inSightOfPhone = 6;

export const BoardColumnView = memo(function BoardColumnView({ object, column, columns, query, total, money, fields, held, over, folded, onFold, onMove, onPress, landed }: BoardColumnViewProps) {
  const t = useText();
  const { timeZone } = useRegion();
  const section = useRef<HTMLElement>(null);
  // A phone shows one column and the edge of the next: the others come a moment later.
  const near = useNear(section, 2500);
  const phone = usePhone();
  const wanted = phone ? near : !folded;
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({ ...query, enabled: wanted, placeholderData: (before) => before });
  const cards = useMemo(() => data?.pages.flatMap((page) => page.records) ?? [], [data]);
  const shown = useFirst(cards, phone ? inSightOfPhone : inSight);
  const planned = hasSteps(object);
  const { data: steps } = useQuery({ ...stepsQuery(cards, timeZone), enabled: planned && cards.length > 0, placeholderData: (before) => before });
  if (folded) {
    return (
      <section ref={section} id={`column-${column.id}`} aria-label={total ? t('board.column', { name: column.name, count: total.count }) : column.name} className={classNames(styles.column, over && styles.over)}>
        <FoldedColumn column={column} total={total} onUnfold={() => onFold(column, false)} />
      </section>
    );
  }
  return (
    <section ref={section} id={`column-${column.id}`} aria-label={total ? t('board.column', { name: column.name, count: total.count }) : column.name} className={classNames(styles.column, over && styles.over)}>
      <BoardColumnHead column={column} total={total} money={money} onFold={() => onFold(column, true)} />
      <ul className={styles.cards}>
        {over && <li className={styles.slot} aria-hidden="true" />}
        {shown.map((card) => (
          <DraggableCard key={card.id} object={object} card={card} column={column} columns={columns} fields={fields} step={planned ? (steps ? (steps.get(card.id) ?? null) : undefined) : undefined} ghost={held === card.id} onMove={onMove} onPress={onPress} landed={landed} />
        ))}
        {hasNextPage && total && (
          <li>
            <Button kind="quiet" small busy={isFetchingNextPage} className={styles.more} onClick={() => void fetchNextPage()}>
              {t('board.more', { count: Math.max(total.count - cards.length, 0) })}
            </Button>
          </li>
        )}
        {isPending && (
          <li>
            <SkeletonRows rows={3} />
          </li>
        )}
        {error && (
          <li className={styles.failed} role="alert">
            {reasonOf(error)}
            <Button small icon="refresh" onClick={() => void refetch()}>
              {t('common.try_again')}
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
});
