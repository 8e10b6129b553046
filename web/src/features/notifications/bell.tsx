import { lazy, Suspense, useMemo, useState } from 'react';
import { useUnread } from '@/api/notifications';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { IconButton } from '@/ui/button/icon-button';
import { type Command, useCommands } from '@/ui/command/use-commands';
import { Popover } from '@/ui/popover/popover';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import styles from './notifications.module.css';

const NotificationsPanel = lazy(async () => ({ default: (await import('./notifications-panel')).NotificationsPanel }));

// More than two figures do not fit.
const most = 99;

/** How much there is that has not been read; opens what it is. Its key does, too. */
export function Bell() {
  const t = useText();
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  const unread = useUnread() ?? 0;
  const commands = useMemo<Command[]>(
    () => [{ id: 'notifications', label: t('notifications.title'), icon: 'bell', group: t('commands.go_to'), keys: 'g n', run: () => setOpen(true) }],
    [t],
  );
  useCommands(commands);
  return (
    <span className={styles.bell}>
      <Popover
        open={open}
        onChange={setOpen}
        label={t('notifications.title')}
        position="bottom-end"
        className={styles.panel}
        target={<IconButton icon="bell" label={t('notifications.bell', { count: unread })} aria-expanded={open} onClick={() => setOpen(!open)} />}
      >
        <Suspense fallback={<SkeletonRows rows={4} />}>
          <NotificationsPanel onClose={() => setOpen(false)} />
        </Suspense>
      </Popover>
      {unread > 0 && (
        <span className={styles.count} aria-hidden="true">
          {unread > most ? `${formats.number(most)}+` : formats.number(unread)}
        </span>
      )}
    </span>
  );
}
