import { Link } from '@tanstack/react-router';
import { useCatalogue, useMe, usePersonal } from '@/api/catalogue';
import { objectGroups } from '@/api/object-groups';
import { useText } from '@/i18n/use-text';
import { changePreferences, usePreferences } from '@/lib/preferences';
import { IconButton } from '@/ui/button/icon-button';
import { readableKeys } from '@/ui/command/key-sequence';
import { Icon } from '@/ui/icon/icon';
import { iconNamed } from '@/ui/icon/icons';
import { Kbd } from '@/ui/kbd/kbd';
import { Mark } from '@/ui/mark/mark';
import { Favourites } from './favourites';
import { NavigationGroup } from './navigation-group';
import { boardFirst } from './object-links';
import { Recent } from './recent';
import styles from './frame.module.css';

/** The bar at the start of the page: every object one may see, by groups. It folds into a rail of icons. */
export function Navigation({ onSearch }: { onSearch: () => void }) {
  const t = useText();
  const me = useMe();
  const catalogue = useCatalogue();
  const { objects } = usePersonal();
  const { navigation, startHidden } = usePreferences();
  const wide = navigation === 'wide';
  return (
    <nav className={styles.nav} aria-label={t('frame.navigation')}>
      <div className={styles.organization}>
        <Mark />
        <bdi>{me.organization.name}</bdi>
        <IconButton
          icon={wide ? 'layout-sidebar-left-collapse' : 'layout-sidebar-left-expand'}
          label={t(wide ? 'frame.fold' : 'frame.unfold')}
          small
          onClick={() => changePreferences({ navigation: wide ? 'rail' : 'wide' })}
        />
      </div>
      <button type="button" className={styles.find} onClick={onSearch} aria-label={t('frame.search')}>
        <Icon name="search" />
        <span>{t('frame.search')}</span>
        <Kbd>{readableKeys('mod+k')[0] ?? ''}</Kbd>
      </button>
      <Link to="/" className={styles.link} activeOptions={{ exact: true, includeSearch: false }} title={t('frame.today')}>
        <Icon name="sun" />
        <span>{t('frame.today')}</span>
      </Link>
      <Link to="/calendar" className={styles.link} activeOptions={{ includeSearch: false }} title={t('frame.calendar')}>
        <Icon name="calendar" />
        <span>{t('frame.calendar')}</span>
      </Link>
      <Favourites />
      <Recent />
      {objectGroups(catalogue, me, objects).map((group) => (
        <NavigationGroup key={group.id} id={group.id} label={t(`frame.group_${group.id}`)} startsFolded={group.id === 'hidden'}>
          {group.objects.map((object) => (
            <Link
              key={object.name}
              to={boardFirst(object) ? '/o/$object/board' : '/o/$object'}
              params={{ object: object.name }}
              activeOptions={{ exact: false, includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
              className={styles.link}
              title={object.plural_label}
            >
              <Icon name={iconNamed(object.icon)} />
              <span>{object.plural_label}</span>
            </Link>
          ))}
        </NavigationGroup>
      ))}
      <div className={styles.foot}>
        {me.administrator && !startHidden && (
          <Link to="/start" className={styles.link} activeOptions={{ includeSearch: false }} title={t('start.title')}>
            <Icon name="list-check" />
            <span>{t('start.title')}</span>
          </Link>
        )}
        <Link to="." search={(before) => ({ ...before, help: '' })} className={styles.link} title={t('commands.help')} aria-current={undefined} activeProps={{ 'aria-current': undefined }}>
          <Icon name="help" />
          <span>{t('commands.help')}</span>
        </Link>
        {me.administrator && (
          <Link to="/setup" className={styles.link} activeOptions={{ includeSearch: false }} title={t('frame.setup')}>
            <Icon name="settings" />
            <span>{t('frame.setup')}</span>
          </Link>
        )}
      </div>
    </nav>
  );
}
