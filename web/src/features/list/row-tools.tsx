import { useNavigate, useRouter } from '@tanstack/react-router';
import { allowed, useMe } from '@/api/catalogue';
import { nameOf } from '@/api/columns';
import { useFavourites } from '@/api/favourites';
import type { ObjectInfo, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { IconButton } from '@/ui/button/icon-button';
import { Menu } from '@/ui/menu/menu';
import { useBulk } from './use-bulk';
import styles from './table.module.css';

/** What can be done with one row, shown where the pointer is; the keys of the grid do the same. */
export function RowTools({ object, row }: { object: ObjectInfo; row: RecordData }) {
  const t = useText();
  const me = useMe();
  const router = useRouter();
  const navigate = useNavigate();
  const { remove } = useBulk(object);
  const { favourites, toggle } = useFavourites();
  const place = `record/${row.id}`;
  const href = () => router.buildLocation({ to: '/o/$object/$id', params: { object: object.name, id: row.id } }).href;
  return (
    <span className={styles.rowTools}>
      <IconButton icon="layout-sidebar-right" small tabIndex={-1} label={t('peek.open')} shortcut="P" onClick={() => void navigate({ to: '.', search: (before) => ({ ...before, peek: row.id }), replace: true })} />
      <Menu
        target={<IconButton icon="dots" small tabIndex={-1} label={t('list.row_menu', { name: nameOf(row, object) })} />}
        sections={[
          {
            items: [
              { id: 'tab', label: t('list.new_tab'), icon: 'external-link', run: () => void window.open(href(), '_blank', 'noopener') },
              { id: 'link', label: t('record.copy_link'), icon: 'link', run: () => void navigator.clipboard.writeText(window.location.origin + href()) },
              { id: 'star', label: t(favourites.includes(place) ? 'frame.favourite_remove' : 'frame.favourite_add'), icon: 'star', run: () => toggle(place) },
              ...(allowed(me, object.name, 'delete') ? [{ id: 'delete', label: t('common.delete'), icon: 'trash' as const, danger: true, run: () => void remove([row.id]) }] : []),
            ],
          },
        ]}
      />
    </span>
  );
}
