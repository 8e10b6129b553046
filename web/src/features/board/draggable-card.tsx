import { memo, type RefObject, useEffect, useRef } from 'react';
import { nameOf } from '@/api/columns';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { Icon } from '@/ui/icon/icon';
import { Menu } from '@/ui/menu/menu';
import { BoardCard, type BoardCardProps } from './board-card';
import type { BoardColumn } from './board-model';
import { dragHelp, type Press } from './card-press';
import styles from './board.module.css';

export interface DraggableCardProps extends BoardCardProps {
  columns: BoardColumn[];
  /** Its place while it is carried elsewhere. */
  ghost: boolean;
  onMove: (card: BoardCardProps['card'], from: BoardColumn, to: BoardColumn) => void;
  onPress: (press: Press) => void;
  /** Id of the card that was dropped by keyboard. */
  landed: RefObject<string | null>;
}

/** A card that can be carried by mouse, by finger and by keyboard, or sent from its menu. */
export const DraggableCard = memo(function DraggableCard({ columns, ghost, onMove, onPress, landed, ...card }: DraggableCardProps) {
  const t = useText();
  const place = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const press = (kind: Press['kind']) => (event: Press['event']) => {
    // What floats above the page belongs to the card, too, but lies elsewhere.
    if (place.current?.contains(event.target as Node)) onPress({ kind, event, place: place.current, held: { card: card.card, from: card.column, step: card.step } });
  };
  useEffect(() => {
    // A card that was carried to another column is drawn anew there, and whoever carried it by keyboard goes on from it.
    if (landed.current !== card.card.id) return;
    landed.current = null;
    handle.current?.focus();
  }, [landed, card.card.id]);
  const name = nameOf(card.card, card.object);
  return (
    <li ref={place} className={classNames(styles.place, ghost && styles.ghost)} onMouseDown={press('onMouseDown')} onTouchStart={press('onTouchStart')}>
      <BoardCard {...card} />
      <div className={styles.tools}>
        <button ref={handle} type="button" className={styles.tool} aria-label={t('board.drag', { name })} aria-describedby={dragHelp} onKeyDown={press('onKeyDown')}>
          <Icon name="grip-vertical" size={14} />
        </button>
        <Menu
          target={
            <button type="button" className={styles.tool} aria-label={t('board.move', { name })}>
              <Icon name="dots" size={15} />
            </button>
          }
          sections={() => [
            {
              label: t('board.move_to'),
              items: columns
                .filter((column) => column.id !== card.column.id)
                .map((column) => ({ id: column.id, label: column.name, icon: column.outcome === 'won' ? ('circle-check' as const) : column.outcome === 'lost' ? ('circle-x' as const) : ('arrow-right' as const), run: () => onMove(card.card, card.column, column) })),
            },
          ]}
        />
      </div>
    </li>
  );
});
