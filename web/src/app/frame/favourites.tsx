import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCatalogue } from '@/api/catalogue';
import { useRecordNames } from '@/api/record-names';
import { RecordAvatar } from '@/fields/record-avatar';
import { useLabel } from '@/i18n/labels';
import { useText } from '@/i18n/use-text';
import { moveFavourite, toggleFavourite, usePreferences } from '@/lib/preferences';
import { Icon } from '@/ui/icon/icon';
import { iconNamed } from '@/ui/icon/icons';
import { Menu } from '@/ui/menu/menu';
import { NavigationGroup } from './navigation-group';
import styles from './frame.module.css';

const recordOf = (place: string) => /^record\/(\w+)$/.exec(place)?.[1];

/** Records and views with a star, in the person's own order. */
export function Favourites() {
  const t = useText();
  const label = useLabel();
  const catalogue = useCatalogue();
  const { favourites } = usePreferences();
  const named = useRecordNames(favourites.flatMap((place) => recordOf(place) ?? []));
  const shown = favourites.flatMap((place): { place: string; label: string; link: ReactNode }[] => {
    const record = named.find(({ id }) => id === recordOf(place));
    if (record) {
      return [
        {
          place,
          label: record.name,
          link: (
            <Link to="/o/$object/$id" params={{ object: record.object.name, id: record.id }} activeOptions={{ includeSearch: false }} className={styles.link} title={record.name}>
              <RecordAvatar object={record.object} name={record.name} size={18} />
              <span>
                <bdi>{record.name}</bdi>
              </span>
            </Link>
          ),
        },
      ];
    }
    const [, objectName, viewName] = /^view\/(\w+)\/(\w+)$/.exec(place) ?? [];
    const object = catalogue.find(objectName);
    const view = object?.list_views.find((each) => each.name === viewName);
    if (!object || !view) return [];
    return [
      {
        place,
        label: label(view.label),
        link: (
          <Link to={view.kind === 'board' ? '/o/$object/board' : '/o/$object'} params={{ object: object.name }} search={{ view: view.name }} className={styles.link} title={label(view.label)}>
            <Icon name={view.kind === 'board' ? 'layout-kanban' : iconNamed(object.icon)} />
            <span>{label(view.label)}</span>
          </Link>
        ),
      },
    ];
  });
  if (shown.length === 0) return null;
  return (
    <NavigationGroup id="favourites" label={t('frame.group_favourites')}>
      {shown.map(({ place, label, link }, index) => (
        <div key={place} className={styles.favourite}>
          {link}
          <Menu
            position="bottom-start"
            target={
              <button type="button" className={styles.favouriteMenu} aria-label={t('frame.favourite_more', { name: label })}>
                <Icon name="dots" size={14} />
              </button>
            }
            sections={[
              {
                items: [
                  { id: 'up', label: t('frame.favourite_up'), icon: 'chevron-up', disabled: index === 0, run: () => moveFavourite(place, -1) },
                  { id: 'down', label: t('frame.favourite_down'), icon: 'chevron-down', disabled: index === shown.length - 1, run: () => moveFavourite(place, 1) },
                  { id: 'remove', label: t('frame.favourite_remove'), icon: 'star-off', run: () => toggleFavourite(place) },
                ],
              },
            ]}
          />
        </div>
      ))}
    </NavigationGroup>
  );
}
