import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { Icon } from '@/ui/icon/icon';
import { tintClass } from '@/ui/tint-class';
import type { BoardColumn, ColumnTotal } from './board-model';
import styles from './board.module.css';

export interface FoldedColumnProps {
  column: BoardColumn;
  total: ColumnTotal | undefined;
  onUnfold: () => void;
}

/** What is left of a column that is folded: its name and its count. Cards can still be dropped on it. */
export function FoldedColumn({ column, total, onUnfold }: FoldedColumnProps) {
  const t = useText();
  const formats = useFormats();
  return (
    <button type="button" className={classNames(styles.folded, tintClass(column.tint))} aria-expanded="false" aria-label={t('board.unfold', { name: column.name })} data-tooltip={t('board.unfold', { name: column.name })} onClick={onUnfold}>
      <Icon name="chevron-right" size={14} />
      <span>{total && formats.number(total.count)}</span>
      <b>{column.name}</b>
    </button>
  );
}
