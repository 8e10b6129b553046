import { useDraggable } from '@dnd-kit/core';
import { memo } from 'react';
import { nameOf } from '@/api/columns';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { Icon } from '@/ui/icon/icon';
import { Menu } from '@/ui/menu/menu';
import { BoardCard, type BoardCardProps } from './board-card';
import type { BoardColumn } from './board-model';
import styles from './board.module.css';

export interface DraggableCardProps extends BoardCardProps {
  columns: BoardColumn[];
  /** Its place while it is carried elsewhere. */
  ghost: boolean;
  onMove: (card: BoardCardProps['card'], from: BoardColumn, to: BoardColumn) => void;
}

/** A card that can be carried by mouse, by finger and by keyboard, or sent from its menu. */
export const DraggableCard = memo(function DraggableCard({ columns, ghost, onMove, ...card }: DraggableCardProps) {
  const t = useText();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef } = useDraggable({ id: card.card.id, data: { card: card.card, from: card.column, step: card.step } });
  const { onKeyDown, ...pointers } = listeners ?? {};
  const name = nameOf(card.card, card.object);
  return (
    <li ref={setNodeRef} className={classNames(styles.place, ghost && styles.ghost)} {...pointers}>
      <BoardCard {...card} />
      <div className={styles.tools}>
        <button ref={setActivatorNodeRef} type="button" className={styles.tool} {...attributes} aria-label={t('board.drag', { name })} onKeyDown={onKeyDown as React.KeyboardEventHandler}>
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
