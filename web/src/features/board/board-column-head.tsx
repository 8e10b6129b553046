import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { IconButton } from '@/ui/button/icon-button';
import { tintClass } from '@/ui/tint-class';
import type { BoardColumn, BoardMoney, ColumnTotal } from './board-model';
import styles from './board.module.css';

export interface BoardColumnHeadProps {
  column: BoardColumn;
  /** Not there while it is on its way. */
  total: ColumnTotal | undefined;
  money: BoardMoney | undefined;
  onFold: () => void;
}

/** Name, count and probability; under them the total and what of it is likely. */
export function BoardColumnHead({ column, total, money, onFold }: BoardColumnHeadProps) {
  const t = useText();
  const formats = useFormats();
  return (
    <header className={classNames(styles.head, tintClass(column.tint))}>
      <div className={styles.top}>
        <i aria-hidden="true" />
        <h2>
          <bdi>{column.name}</bdi>
        </h2>
        <span className={styles.count}>{total && formats.number(total.count)}</span>
        {column.probability !== undefined && <span className={styles.probability}>{formats.percent(column.probability)}</span>}
        <IconButton icon="chevron-left" small className={styles.fold} label={t('board.fold', { name: column.name })} onClick={onFold} />
      </div>
      {money && (
        <div className={styles.sum}>
          {total && <b title={t('board.total')}>{formats.money(Math.round(total.total))}</b>}
          {total && column.probability !== undefined && <span title={t('board.weighted')}>{formats.money(Math.round(total.weighted))}</span>}
        </div>
      )}
    </header>
  );
}
