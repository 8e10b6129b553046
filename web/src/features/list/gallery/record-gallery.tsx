import { useElementSize } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type Dispatch, type SetStateAction, useCallback, useEffect, useMemo, useRef } from 'react';
import type { Column } from '@/api/columns';
import { isPerson, pictureFieldOf } from '@/api/pictures';
import type { ListRequest } from '@/api/list-request';
import type { ObjectInfo, RecordData } from '@/api/types';
import { PlainContext } from '@/fields/plain';
import { usePhone } from '@/ui/media/use-phone';
import { toggledSelection } from '../selection';
import { GalleryCard } from './gallery-card';
import { useGalleryKeys } from './use-gallery-keys';
import styles from './gallery.module.css';

export interface RecordGalleryProps {
  object: ObjectInfo;
  columns: Column[];
  rows: RecordData[];
  list: ListRequest;
  /** How many records the list finds; undefined while they are counted. */
  total: number | undefined;
  selected: ReadonlySet<string>;
  onSelect: Dispatch<SetStateAction<ReadonlySet<string>>>;
  /** Called when the end of what is loaded comes near. */
  onLoadMore: () => void;
}

// What gallery.module.css draws: the band with the picture, the name and what is around it, and a line for each field.
const band = 105;
const desk = { narrowest: 216, gap: 12, margin: 20, name: 52, line: 24, fields: 4 };
const phone = { narrowest: 148, gap: 10, margin: 16, name: 50, line: 22, fields: 2 };

/** Records as cards in a grid that fills the width, of any length: only the rows in sight are in the page. */
export function RecordGallery({ object, columns, rows, list, total, selected, onSelect, onLoadMore }: RecordGalleryProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: measure, width } = useElementSize();
  const small = usePhone();
  const { narrowest, gap, margin, name, line, fields } = small ? phone : desk;
  const shown = useMemo(() => columns.slice(1, 1 + fields), [columns, fields]);
  const across = Math.max(1, Math.floor((width + gap) / (narrowest + gap)));
  const pictured = isPerson(object) || pictureFieldOf(object) !== undefined;
  const height = (pictured ? band : 0) + name + shown.length * line;
  const lines = Math.ceil(rows.length / across);
  const virtual = useVirtualizer({ count: width > 0 ? lines : 0, getScrollElement: () => scroller.current, estimateSize: () => height + gap, overscan: 2, paddingStart: margin, paddingEnd: margin + 44, scrollPaddingStart: margin, scrollPaddingEnd: margin + 44 });
  const items = virtual.getVirtualItems();
  const last = items[items.length - 1]?.index ?? 0;
  useEffect(() => {
    if (width > 0 && last >= lines - 6) onLoadMore();
  }, [last, lines, width, onLoadMore]);
  useEffect(() => virtual.measure(), [virtual, height, across]);

  const down = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / (height + gap)));
  const { active, setActive, onKeyDown } = useGalleryKeys({ object, rows, list, across, down, onSelect, scroller, scrollTo: (index) => virtual.scrollToIndex(Math.floor(index / across)) });
  const toggle = useCallback((index: number, range: boolean) => onSelect((before) => toggledSelection(before, rows, index, range)), [onSelect, rows]);
  // Where the active card is far out of sight, the tab key leads to the first one that is in the page.
  const first = (items[0]?.index ?? 0) * across;
  const reachable = active >= first && active < (last + 1) * across ? active : first;
  return (
    <PlainContext.Provider value>
      <div ref={scroller} className={styles.scroller} data-scroll-restoration-id="gallery">
        <div role="grid" aria-label={object.plural_label} aria-multiselectable="true" aria-rowcount={Math.ceil((total ?? rows.length) / across)} aria-colcount={across} className={styles.grid} style={{ height: virtual.getTotalSize(), marginInline: margin }} ref={measure} onKeyDown={onKeyDown}>
          {items.map((item) => (
            <div key={item.key} role="row" aria-rowindex={item.index + 1} className={styles.line} style={{ transform: `translateY(${item.start}px)`, height, gap, gridTemplateColumns: `repeat(${across}, minmax(0, 1fr))` }}>
              {rows.slice(item.index * across, (item.index + 1) * across).map((row, place) => {
                const index = item.index * across + place;
                return <GalleryCard key={row.id} object={object} columns={shown} row={row} index={index} list={list} pictured={pictured} selected={selected.has(row.id)} active={index === reachable} place={place + 1} onActivate={setActive} onToggle={toggle} />;
              })}
            </div>
          ))}
        </div>
      </div>
    </PlainContext.Provider>
  );
}
