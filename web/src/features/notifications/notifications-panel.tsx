import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { type NotificationGroup, notificationsQuery, type Shown, useNotificationActions } from '@/api/notifications';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { addDays } from '@/lib/day';
import { dayOf } from '@/lib/zone';
import { Button } from '@/ui/button/button';
import { IconButton } from '@/ui/button/icon-button';
import { Segmented } from '@/ui/segmented/segmented';
import { EmptyState } from '@/ui/state/empty-state';
import { ErrorState } from '@/ui/state/error-state';
import { MoreRows } from '@/ui/state/more-rows';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { useToast } from '@/ui/toast/use-toast';
import { NotificationRow } from './notification-row';
import styles from './notifications.module.css';

const ways = ['all', 'unread', 'snoozed'] as const;

/** Groups by the day on which they came, in their order. */
function byDay(groups: readonly NotificationGroup[], timeZone: string): Map<string, NotificationGroup[]> {
  const days = new Map<string, NotificationGroup[]>();
  for (const group of groups) {
    const day = dayOf(new Date(group.at), timeZone);
    days.set(day, [...(days.get(day) ?? []), group]);
  }
  return days;
}

/** What one was told, by days; each leads to what it is about. */
export function NotificationsPanel({ onClose }: { onClose: () => void }) {
  const t = useText();
  const toast = useToast();
  const formats = useFormats();
  const navigate = useNavigate();
  const [show, setShow] = useState<Shown>('all');
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(notificationsQuery(show));
  const { mark, snooze } = useNotificationActions((thrown) => toast({ text: reasonOf(thrown), failed: true }));
  const groups = data?.pages.flatMap((page) => page.groups) ?? [];
  const newest = groups[0];
  const dayName = (day: string) => (day === formats.today ? t('notifications.today') : day === addDays(formats.today, -1) ? t('notifications.yesterday') : formats.weekday(day));
  const title = useRef<HTMLHeadingElement>(null);
  // What had the focus may have gone with its row; the keys that close the panel are heard within it.
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus();
  }, [data]);
  return (
    <>
      <header className={styles.head}>
        <h2 ref={title} tabIndex={-1}>{t('notifications.title')}</h2>
        <Button kind="quiet" small disabled={!newest || (data?.pages[0]?.unread ?? 0) === 0} onClick={() => newest && mark({ until: newest.at, read: true })}>
          {t('notifications.all_read')}
        </Button>
        <IconButton
          icon="settings"
          small
          label={t('notifications.settings')}
          onClick={() => {
            onClose();
            void navigate({ to: '/account/notifications' });
          }}
        />
        <Segmented label={t('notifications.which')} choices={ways.map((id) => ({ id, label: t(`notifications.show_${id}`) }))} selected={show} onSelect={setShow} />
      </header>
      {isPending && <SkeletonRows rows={4} />}
      {error && <ErrorState title={t('notifications.failed')} reason={reasonOf(error)} onRetry={() => void refetch()} />}
      {data && !newest && <EmptyState title={t(`notifications.none_${show}`)} text={t('notifications.none_text')} />}
      {[...byDay(groups, formats.timeZone)].map(([day, ofDay]) => (
        <section key={day} className={styles.day} aria-label={dayName(day)}>
          <h3>{dayName(day)}</h3>
          <ul>
            {ofDay.map((group) => (
              <NotificationRow key={group.key} group={group} onOpen={onClose} onMark={(read) => mark({ group: group.key, read })} onSnooze={(until) => snooze({ group: group.key, until })} />
            ))}
          </ul>
        </section>
      ))}
      <div className={styles.more}>
        <MoreRows more={hasNextPage} busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
      </div>
    </>
  );
}
