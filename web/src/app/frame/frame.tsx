import { Outlet, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { KnownContext, timeZoneOf, useAskKnown, useMe } from '@/api/catalogue';
import { Bell } from '@/features/notifications/bell';
import { UnreadAnnouncer } from '@/features/notifications/unread-announcer';
import { GateProvider } from '@/fields/gate/gate-provider';
import { RegionContext, regionalLocale } from '@/i18n/region';
import { useText } from '@/i18n/use-text';
import { atLeisure } from '@/lib/at-leisure';
import { classNames } from '@/lib/class-names';
import { late } from '@/lib/late';
import { usePreferences } from '@/lib/preferences';
import { usePhone } from '@/ui/media/use-phone';
import { OfflineNote } from '@/ui/note/offline-note';
import { PageToolsContext } from '@/ui/page/page-tools';
import { useLive } from '../use-live';
import { PageSkeleton } from '../page-skeleton';
import { ProofLayer } from '../proof-layer';
import { AccountMenu } from './account-menu';
import { Navigation } from './navigation';
import { NewMenu } from './new-menu';
import { PhoneBar } from './phone-bar';
import { useDeviceStars } from './use-device-stars';
import { useFrameCommands } from './use-frame-commands';
import { useWholeTexts } from './use-whole-texts';
import styles from './frame.module.css';

const Palette = late(async () => (await import('@/features/commands/palette')).Palette);
const ShortcutSheet = late(async () => (await import('@/features/commands/shortcut-sheet')).ShortcutSheet);
const PreviewLayer = atLeisure(async () => (await import('@/fields/preview/preview-layer')).PreviewLayer);
const QuickCreate = lazy(async () => ({ default: (await import('@/features/create/quick-create')).QuickCreate }));

const PeekPanel = lazy(async () => ({ default: (await import('@/features/record/peek-panel')).PeekPanel }));
const HelpPanel = lazy(async () => ({ default: (await import('@/features/help/help-panel')).HelpPanel }));

type Overlay = 'palette' | 'shortcuts' | null;

/** What stands around every page: navigation, account, palette, shortcuts, and the dialog that makes records. */
export function Frame() {
  const known = useAskKnown();
  return (
    <KnownContext.Provider value={known}>
      <FrameParts />
    </KnownContext.Provider>
  );
}

function FrameParts() {
  const t = useText();
  const me = useMe();
  const phone = usePhone();
  const { navigation } = usePreferences();
  // The frame is there first; a page takes a phone longer to draw, and is drawn in pieces between which it answers.
  const drawn = useDeferredValue(true, false);
  const [overlay, setOverlay] = useState<Overlay>(null);
  const { create, preset, peek, help } = useSearch({ from: '/frame' });
  const navigate = useNavigate();
  const openPalette = useCallback(() => setOverlay('palette'), []);
  const openShortcuts = useCallback(() => setOverlay('shortcuts'), []);
  const close = useCallback(() => setOverlay(null), []);
  useLive(peek);
  useDeviceStars();
  useWholeTexts();
  useFrameCommands(openPalette, openShortcuts);

  const region = useMemo(
    () => ({ timeZone: timeZoneOf(me), currency: me.organization.currency_code || 'EUR', firstWeekday: me.user.first_weekday, locale: regionalLocale(me.user.locale || me.organization.locale, navigator.languages) }),
    [me],
  );
  const tools = useMemo(() => ({ bell: <Bell />, account: <AccountMenu onShortcuts={openShortcuts} />, create: <NewMenu /> }), [openShortcuts]);
  const closeCreate = useCallback(
    () => void navigate({ to: '.', search: (before) => ({ ...before, create: undefined, preset: undefined }) }),
    [navigate],
  );
  const openPeek = useCallback((id: string | undefined) => void navigate({ to: '.', search: (before) => ({ ...before, peek: id }), replace: true }), [navigate]);
  return (
    <RegionContext.Provider value={region}>
      <PageToolsContext.Provider value={tools}>
        <GateProvider>
          <a href="#main" className={styles.skip}>
            {t('frame.skip')}
          </a>
          <div className={classNames(styles.frame, navigation === 'rail' && styles.rail)}>
            {!phone && <Navigation onSearch={openPalette} />}
            <main id="main" tabIndex={-1} className={styles.main}>
              <OfflineNote />
              <Suspense fallback={<PageSkeleton />}>{drawn ? <Outlet /> : <PageSkeleton />}</Suspense>
            </main>
            {phone && <PhoneBar onSearch={openPalette} />}
          </div>
          <UnreadAnnouncer />
          <ProofLayer />
          {overlay === 'palette' && <Palette onClose={close} />}
          {overlay === 'shortcuts' && <ShortcutSheet onClose={close} />}
          <PreviewLayer onPeek={openPeek} />
          <Suspense>
            {peek !== undefined && <PeekPanel key={peek} id={peek} onClose={() => openPeek(undefined)} />}
            {help !== undefined && <HelpPanel topic={help} onTopic={(topic) => void navigate({ to: '.', search: (before) => ({ ...before, help: topic }), replace: true })} />}
            {create !== undefined && <QuickCreate key={create} objectName={create} preset={preset} onClose={closeCreate} />}
          </Suspense>
        </GateProvider>
      </PageToolsContext.Provider>
    </RegionContext.Provider>
  );
}
