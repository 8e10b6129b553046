import { useDroppable } from '@dnd-kit/core';
import { classNames } from '@/lib/class-names';
import { Icon } from '@/ui/icon/icon';
import type { BoardColumn } from './board-model';
import styles from './board.module.css';

/** Appears while a card is carried: where deals end. */
export function CloseZone({ columns, over }: { columns: BoardColumn[]; over: string | null }) {
  return (
    <div className={styles.zone}>
      {columns.map((column) => (
        <CloseTarget key={column.id} column={column} over={over === column.id} />
      ))}
    </div>
  );
}

function CloseTarget({ column, over }: { column: BoardColumn; over: boolean }) {
  const { setNodeRef } = useDroppable({ id: column.id, data: { zone: true } });
  return (
    <div ref={setNodeRef} className={classNames(styles.end, column.outcome === 'won' ? styles.won : styles.lost, over && styles.endOver)}>
      <Icon name={column.outcome === 'won' ? 'circle-check' : 'circle-x'} />
      {column.name}
    </div>
  );
}
