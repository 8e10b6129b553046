import { Link, useNavigate } from '@tanstack/react-router';
import { useCatalogue, useMe, usePersonal } from '@/api/catalogue';
import { objectGroups } from '@/api/object-groups';
import type { NamedRecord } from '@/api/record-names';
import type { ListView, ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Icon } from '@/ui/icon/icon';
import { iconNamed } from '@/ui/icon/icons';
import { Menu } from '@/ui/menu/menu';
import { useCreateTypes } from './use-create-types';
import { boardFirst } from './object-links';
import { useFavouritePlaces } from './use-favourite-places';
import { useRecentRecords } from './use-recent-records';
import styles from './frame.module.css';

/** The bar under the thumb on phones. */
export function PhoneBar({ onSearch }: { onSearch: () => void }) {
  const t = useText();
  const me = useMe();
  const catalogue = useCatalogue();
  const navigate = useNavigate();
  const types = useCreateTypes();
  const groups = objectGroups(catalogue, me, usePersonal().objects);
  const deals = catalogue.find('opportunity');
  const favourites = useFavouritePlaces();
  const recent = useRecentRecords();
  const openRecord = ({ object, id }: NamedRecord) => void navigate({ to: '/o/$object/$id', params: { object: object.name, id } });
  const openView = (object: ObjectInfo, view: ListView) => void navigate({ to: view.kind === 'board' ? '/o/$object/board' : '/o/$object', params: { object: object.name }, search: { view: view.name } });
  const open = (name: string, board: boolean) => void navigate({ to: board ? '/o/$object/board' : '/o/$object', params: { object: name } });
  return (
    <nav className={styles.phoneBar} aria-label={t('frame.navigation')}>
      <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
        <Icon name="sun" size={22} />
        {t('frame.today')}
      </Link>
      <button type="button" onClick={onSearch}>
        <Icon name="search" size={22} />
        {t('frame.search')}
      </button>
      <Menu
        target={
          <button type="button" aria-label={t('frame.new')}>
            <span className={styles.add}>
              <Icon name="plus" size={22} />
            </span>
          </button>
        }
        sections={() => [{ items: types }]}
      />
      {deals ? (
        <Link to="/o/$object/board" params={{ object: deals.name }} activeOptions={{ includeSearch: false }}>
          <Icon name={iconNamed(deals.icon)} size={22} />
          {t('frame.deals')}
        </Link>
      ) : (
        <span />
      )}
      <Menu
        target={
          <button type="button">
            <Icon name="menu-2" size={22} />
            {t('frame.more')}
          </button>
        }
        sections={() => [
          { items: [{ id: 'calendar', label: t('frame.calendar'), icon: 'calendar' as const, run: () => void navigate({ to: '/calendar' }) }] },
          ...(favourites.length > 0
            ? [{ label: t('frame.group_favourites'), items: favourites.map((each) => ({ id: each.place, label: each.label, icon: 'star' as const, run: () => (each.record ? openRecord(each.record) : openView(each.object, each.view)) })) }]
            : []),
          ...(recent.length > 0 ? [{ label: t('frame.group_recent'), items: recent.map((each) => ({ id: each.id, label: each.name, icon: iconNamed(each.object.icon), run: () => openRecord(each) })) }] : []),
          ...groups.map((group) => ({
            label: t(`frame.group_${group.id}`),
            items: group.objects.map((object) => ({ id: object.name, label: object.plural_label, icon: iconNamed(object.icon), run: () => open(object.name, boardFirst(object)) })),
          })),
          ...(me.administrator ? [{ items: [{ id: 'setup', label: t('frame.setup'), icon: 'settings' as const, run: () => void navigate({ to: '/setup' }) }] }] : []),
        ]}
      />
    </nav>
  );
}
