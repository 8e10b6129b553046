import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { nameOf, type Column } from '@/api/columns';
import { pictureOf } from '@/api/pictures';
import type { ListRequest } from '@/api/records';
import type { ObjectInfo, RecordData } from '@/api/types';
import { kitOf } from '@/fields/field-kits';
import { FieldValue } from '@/fields/field-value';
import { PlainContext } from '@/fields/plain';
import { RecordAvatar } from '@/fields/record-avatar';
import styles from './list.module.css';

export interface PhoneListProps {
  object: ObjectInfo;
  columns: Column[];
  rows: RecordData[];
  list: ListRequest;
  onLoadMore: () => void;
}

const rowHeight = 64;

/** Rows of two lines: the name, what comes after it, and the first figure at the end. */
export function PhoneList({ object, columns, rows, list, onLoadMore }: PhoneListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const others = columns.slice(1);
  const figure = others.find((column) => kitOf(column.field).align === 'end') ?? others.find((column) => column.field.type === 'date');
  const details = others.filter((column) => column !== figure && column.field.name !== 'owner_id').slice(0, 2);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 8 });
  const items = virtual.getVirtualItems();
  const last = items[items.length - 1]?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - 20) onLoadMore();
  }, [last, rows.length, onLoadMore]);
  return (
    <PlainContext.Provider value>
      <div ref={scroller} className={styles.phoneScroller}>
        <ul aria-label={object.plural_label} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map(({ index, start }) => {
            const row = rows[index];
            return (
              row && (
                <li key={row.id} className={styles.phoneRow} style={{ height: rowHeight, transform: `translateY(${start}px)` }}>
                  <RecordAvatar object={object} name={nameOf(row, object)} size={36} picture={pictureOf(row, object)} />
                  <span className={styles.phoneText}>
                    <Link to="/o/$object/$id" params={{ object: object.name, id: row.id }} state={{ list: JSON.stringify(list) }}>
                      {nameOf(row, object)}
                    </Link>
                    <span className={styles.phoneDetails}>
                      {details.map((column) => (
                        <FieldValue key={column.path} field={column.field} record={row} path={column.path} />
                      ))}
                    </span>
                  </span>
                  {figure && (
                    <span className={styles.phoneFigure}>
                      <FieldValue field={figure.field} record={row} path={figure.path} />
                    </span>
                  )}
                </li>
              )
            );
          })}
        </ul>
      </div>
    </PlainContext.Provider>
  );
}
