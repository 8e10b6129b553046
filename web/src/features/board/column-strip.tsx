import { type RefObject, useEffect, useRef, useState } from 'react';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { type BoardColumn, type BoardMoney, columnElement, noTotal, type Totals } from './board-model';
import styles from './board.module.css';

export interface ColumnStripProps {
  columns: BoardColumn[];
  /** Not there while they are on their way. */
  totals: Totals | undefined;
  money: BoardMoney | undefined;
  /** The element that scrolls from column to column. */
  scroller: RefObject<HTMLDivElement | null>;
  /** The column to begin with. */
  initial?: string;
}

const show = (id: string, behavior: ScrollBehavior) => columnElement(id)?.scrollIntoView({ behavior, inline: 'start', block: 'nearest' });

/** On phones one stage is in sight; the strip says which, and leads to the others. */
export function ColumnStrip({ columns, totals, money, scroller, initial }: ColumnStripProps) {
  const t = useText();
  const formats = useFormats();
  const [shown, setShown] = useState(initial ?? columns[0]?.id);

  useEffect(() => {
    if (initial) show(initial, 'instant');
  }, [initial]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const watcher = new IntersectionObserver((entries) => entries.forEach((entry) => entry.isIntersecting && setShown(entry.target.id.replace('column-', ''))), { root: element, threshold: 0.6 });
    columns.forEach((column) => {
      const target = columnElement(column.id);
      if (target) watcher.observe(target);
    });
    return () => watcher.disconnect();
  }, [columns, scroller]);
  const first = columns[0]?.id;
  const moved = useRef(false);
  useEffect(() => {
    // The strip begins with the first one: to bring it into sight would have the page measured while it is still being drawn.
    moved.current ||= shown !== first;
    if (moved.current) document.getElementById(`strip-${shown}`)?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [shown, first]);
  return (
    <nav className={styles.strip} aria-label={t('board.columns')}>
      {columns.map((column) => {
        const total = totals && (totals.get(column.id) ?? noTotal);
        return (
          <button key={column.id} id={`strip-${column.id}`} type="button" aria-current={column.id === shown || undefined} onClick={() => show(column.id, window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth')}>
            {column.name}
            <small>
              {total && formats.number(total.count)}
              {total && money && ` · ${formats.money(Math.round(total.total))}`}
            </small>
          </button>
        );
      })}
    </nav>
  );
}
