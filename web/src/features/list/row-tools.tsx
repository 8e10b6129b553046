import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { nameOf } from '@/api/columns';
import type { ObjectInfo, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { IconButton } from '@/ui/button/icon-button';
import { Menu } from '@/ui/menu/menu';
import { useRowItems } from './use-row-items';
import styles from './table.module.css';

/** What can be done with one row, shown where the pointer is; the keys of the grid do the same. */
export function RowTools({ object, row }: { object: ObjectInfo; row: RecordData }) {
  const t = useText();
  const navigate = useNavigate();
  const items = useRowItems(object);
  const place = useRef<HTMLSpanElement>(null);
  /** Whoever opened the menu by key goes on in the table. */
  const goBack = () => place.current?.closest<HTMLElement>('[data-cell]')?.focus();
  return (
    <span ref={place} className={styles.rowTools}>
      <IconButton icon="layout-sidebar-right" small tabIndex={-1} label={t('peek.open')} shortcut="P" onClick={() => void navigate({ to: '.', search: (before) => ({ ...before, peek: row.id }), replace: true })} />
      <Menu
        target={<IconButton icon="dots" small tabIndex={-1} data-row-menu label={t('list.row_menu', { name: nameOf(row, object) })} />}
        sections={() => [{ items: items(row) }]}
        onChange={(opened) => !opened && requestAnimationFrame(goBack)}
      />
    </span>
  );
}
