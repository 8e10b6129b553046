import { Link } from '@tanstack/react-router';
import { useFavourites } from '@/api/favourites';
import { RecordAvatar } from '@/fields/record-avatar';
import { useText } from '@/i18n/use-text';
import { Icon } from '@/ui/icon/icon';
import { iconNamed } from '@/ui/icon/icons';
import { Menu } from '@/ui/menu/menu';
import { NavigationGroup } from './navigation-group';
import { type FavouritePlace, useFavouritePlaces } from './use-favourite-places';
import styles from './frame.module.css';

/** Records and views with a star, in the person's own order. */
export function Favourites() {
  const t = useText();
  const { move, toggle } = useFavourites();
  const places = useFavouritePlaces();
  if (places.length === 0) return null;
  return (
    <NavigationGroup id="favourites" label={t('frame.group_favourites')}>
      {places.map((favourite, index) => (
        <div key={favourite.place} className={styles.favourite}>
          <FavouriteLink favourite={favourite} />
          <Menu
            position="bottom-start"
            target={
              <button type="button" className={styles.favouriteMenu} aria-label={t('frame.favourite_more', { name: favourite.label })}>
                <Icon name="dots" size={14} />
              </button>
            }
            sections={() => [
              {
                items: [
                  { id: 'up', label: t('frame.favourite_up'), icon: 'chevron-up', disabled: index === 0, run: () => move(favourite.place, -1) },
                  { id: 'down', label: t('frame.favourite_down'), icon: 'chevron-down', disabled: index === places.length - 1, run: () => move(favourite.place, 1) },
                  { id: 'remove', label: t('frame.favourite_remove'), icon: 'star-off', run: () => toggle(favourite.place) },
                ],
              },
            ]}
          />
        </div>
      ))}
    </NavigationGroup>
  );
}

function FavouriteLink({ favourite }: { favourite: FavouritePlace }) {
  if (favourite.record) {
    const { object, id, name } = favourite.record;
    return (
      <Link to="/o/$object/$id" params={{ object: object.name, id }} activeOptions={{ includeSearch: false }} className={styles.link} title={name}>
        <RecordAvatar object={object} name={name} size={18} />
        <span className="cut">
          <bdi>{name}</bdi>
        </span>
      </Link>
    );
  }
  const { object, view, label } = favourite;
  return (
    <Link to={view.kind === 'board' ? '/o/$object/board' : '/o/$object'} params={{ object: object.name }} search={{ view: view.name }} className={styles.link} title={label}>
      <Icon name={view.kind === 'board' ? 'layout-kanban' : iconNamed(object.icon)} />
      <span>{label}</span>
    </Link>
  );
}
