import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMe } from '@/api/catalogue';
import { useOwnPhoto } from '@/api/photos';
import { logOut } from '@/api/session';
import { type Locale, locales, nearestLocale, offeredLocales } from '@/i18n/locales';
import { useText } from '@/i18n/use-text';
import { changePreferences, usePreferences } from '@/lib/preferences';
import { PersonAvatar } from '@/ui/avatar/person-avatar';
import { Menu } from '@/ui/menu/menu';
import styles from './frame.module.css';

const themes = [
  { id: 'light', icon: 'sun' },
  { id: 'dark', icon: 'moon' },
  { id: 'system', icon: 'device-desktop' },
] as const;

/** Whose account it is, how the app looks for them, and the way out. */
export function AccountMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const t = useText();
  const me = useMe();
  const photo = useOwnPhoto();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { theme, density, language } = usePreferences();
  const current = nearestLocale([language, ...navigator.languages]);

  async function leave() {
    await logOut();
    queries.clear();
    void navigate({ to: '/login' });
  }
  return (
    <Menu
      target={
        <button type="button" className={styles.account} aria-label={t('frame.account', { name: me.user.name })}>
          <PersonAvatar name={me.user.name} size={28} src={photo} />
        </button>
      }
      sections={() => [
        { label: `${me.user.name} · ${me.user.email}`, items: [] },
        { label: t('frame.theme'), items: themes.map(({ id, icon }) => ({ id, icon, label: t(`frame.theme_${id}`), checked: theme === id, run: () => changePreferences({ theme: id }) })) },
        {
          label: t('frame.density'),
          items: (['comfortable', 'compact'] as const).map((id) => ({
            id,
            icon: id === 'compact' ? ('baseline-density-small' as const) : ('baseline-density-medium' as const),
            label: t(`frame.density_${id}`),
            checked: density === id,
            run: () => changePreferences({ density: id }),
          })),
        },
        {
          label: t('frame.language'),
          items: offeredLocales.map((locale: Locale) => ({ id: locale, label: locales[locale].name, checked: current === locale, run: () => changePreferences({ language: locale }) })),
        },
        {
          items: [
            { id: 'profile', label: t('account.profile'), icon: 'user-circle', run: () => void navigate({ to: '/o/$object/$id', params: { object: 'user', id: me.user.id } }) },
            { id: 'navigation', label: t('account.navigation'), icon: 'menu-2', run: () => void navigate({ to: '/account/navigation' }) },
            { id: 'notifications', label: t('notifications.settings'), icon: 'bell', run: () => void navigate({ to: '/account/notifications' }) },
            { id: 'sessions', label: t('account.sessions'), icon: 'device-desktop', run: () => void navigate({ to: '/account/sessions' }) },
            { id: 'shortcuts', label: t('frame.shortcuts'), icon: 'keyboard', shortcut: '?', run: onShortcuts },
            { id: 'logout', label: t('frame.log_out'), icon: 'logout', run: () => void leave() },
          ],
        },
      ]}
    />
  );
}
