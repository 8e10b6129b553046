import { useQueryClient } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { type Column, valueAt } from '@/api/columns';
import type { ListRequest } from '@/api/list-request';
import { recordsKey } from '@/api/records';
import type { ObjectInfo, RecordData } from '@/api/types';
import { kitOf } from '@/fields/field-kits';
import { PlainContext } from '@/fields/plain';
import { useFirst } from '@/lib/use-first';
import { PullArea } from '@/ui/touch/pull-area';
import { PhoneRow } from './phone-row';
import { toggledSelection } from './selection';
import styles from './list.module.css';

export interface PhoneListProps {
  object: ObjectInfo;
  columns: Column[];
  rows: RecordData[];
  list: ListRequest;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  onLoadMore: () => void;
}

const rowHeight = 64;
const inSight = 10;

/** Rows of two lines: the name, what comes after it, and the first figure at the end. Pulled down, it is asked for again. */
export function PhoneList({ object, columns, rows, list, selected, onSelect, onLoadMore }: PhoneListProps) {
  const queries = useQueryClient();
  const scroller = useRef<HTMLDivElement>(null);
  const others = columns.slice(1);
  const figure = others.find((column) => kitOf(column.field).align === 'end') ?? others.find((column) => column.field.type === 'date');
  const details = others.filter((column) => column !== figure && column.field.name !== 'owner_id');
  const told = (row: RecordData) => details.filter((column) => (valueAt(row, column.path) ?? '') !== '').slice(0, 2);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 8 });
  const items = virtual.getVirtualItems();
  const shown = useFirst(items, inSight);
  const last = items[items.length - 1]?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - 20) onLoadMore();
  }, [last, rows.length, onLoadMore]);
  return (
    <PlainContext.Provider value>
      <PullArea ref={scroller} className={styles.phoneScroller} onRefresh={() => queries.invalidateQueries({ queryKey: recordsKey(object.name) })}>
        <ul aria-label={object.plural_label} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {shown.map(({ index, start }) => {
            const row = rows[index];
            return (
              row && (
                <PhoneRow
                  key={row.id}
                  object={object}
                  row={row}
                  list={list}
                  details={told(row)}
                  figure={figure}
                  selected={selected.has(row.id)}
                  selecting={selected.size > 0}
                  onSelect={() => onSelect(toggledSelection(selected, rows, index, false))}
                  style={{ height: rowHeight, transform: `translateY(${start}px)` }}
                />
              )
            );
          })}
        </ul>
      </PullArea>
    </PlainContext.Provider>
  );
}
