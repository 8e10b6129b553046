import { useRouter } from '@tanstack/react-router';
import { allowed, useMe } from '@/api/catalogue';
import { useFavourites } from '@/api/favourites';
import type { ObjectInfo, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import type { MenuItem } from '@/ui/menu/menu';
import { useBulk } from './use-bulk';

/** What the menu of a row offers, whichever way the row is drawn. */
export function useRowItems(object: ObjectInfo): (row: RecordData) => MenuItem[] {
  const t = useText();
  const me = useMe();
  const router = useRouter();
  const { remove } = useBulk(object);
  const { favourites, toggle } = useFavourites();
  return (row) => {
    const place = `record/${row.id}`;
    const href = () => router.buildLocation({ to: '/o/$object/$id', params: { object: object.name, id: row.id } }).href;
    return [
      { id: 'tab', label: t('list.new_tab'), icon: 'external-link', run: () => void window.open(href(), '_blank', 'noopener') },
      { id: 'link', label: t('record.copy_link'), icon: 'link', run: () => void navigator.clipboard.writeText(window.location.origin + href()) },
      { id: 'star', label: t(favourites.includes(place) ? 'frame.favourite_remove' : 'frame.favourite_add'), icon: 'star', run: () => toggle(place) },
      ...(allowed(me, object.name, 'delete') ? [{ id: 'delete', label: t('common.delete'), icon: 'trash' as const, danger: true, run: () => void remove([row.id]) }] : []),
    ];
  };
}
