import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { reasonOf } from '@/api/api-error';
import { changeNotificationSettings, notificationSettingsQuery, type NotificationType } from '@/api/notifications';
import { useText } from '@/i18n/use-text';
import { Checkbox } from '@/ui/input/checkbox';
import { PageBar } from '@/ui/page/page-bar';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { useToast } from '@/ui/toast/use-toast';
import styles from './notifications.module.css';

interface Change {
  type: NotificationType;
  app: boolean;
}

/** Of what somebody wants to be told. */
export function NotificationSettingsPage() {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const { data, error, isPending, refetch } = useQuery(notificationSettingsQuery);
  const { mutate } = useMutation({
    mutationFn: ({ type, app }: Change) => changeNotificationSettings({ [type]: { app } }),
    onMutate: ({ type, app }) => queries.setQueryData(notificationSettingsQuery.queryKey, (before) => before?.map((each) => (each.type === type ? { ...each, channels: { app } } : each))),
    onError: (thrown) => {
      toast({ text: reasonOf(thrown), failed: true });
      void queries.invalidateQueries(notificationSettingsQuery);
    },
  });
  return (
    <>
      <PageBar title={t('notifications.settings')}>
        <h1>{t('notifications.settings')}</h1>
      </PageBar>
      <div className={styles.page}>
        <p className={styles.lead}>{t('notifications.settings_lead')}</p>
        {isPending && <SkeletonRows rows={3} />}
        {error && <ErrorState title={t('notifications.settings_failed')} reason={reasonOf(error)} onRetry={() => void refetch()} />}
        {data && (
          <ul className={styles.choices} aria-label={t('notifications.settings')}>
            {data.map(({ type, channels }) => (
              <li key={type}>
                <Checkbox checked={channels.app} aria-describedby={`about-${type}`} onChange={(event) => mutate({ type, app: event.target.checked })}>
                  {t(`notifications.type_${type}`)}
                </Checkbox>
                <p id={`about-${type}`}>{t(`notifications.about_${type}`)}</p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
