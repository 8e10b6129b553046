import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { failureOf, reasonOf } from '@/api/api-error';
import { endSession, type Session, sessionsQuery } from '@/api/sessions';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { PageBar } from '@/ui/page/page-bar';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { Tag } from '@/ui/tag/tag';
import { useToast } from '@/ui/toast/use-toast';
import { AccountEvents } from './account-events';
import { Passkeys } from './passkeys';
import { useDeviceName } from './use-device-name';
import styles from './account.module.css';

/** The browsers in which one is logged in, each with the way to end that. */
export function SessionsPage() {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const { data, error, isPending, refetch } = useQuery(sessionsQuery);
  const end = useMutation({
    mutationFn: (sessions: readonly Session[]) => Promise.all(sessions.map(({ id }) => endSession(id))),
    onSuccess: (_, sessions) => toast({ text: t('account.ended', { count: sessions.length }) }),
    onError: (thrown) => toast({ text: reasonOf(thrown), failed: true }),
    onSettled: () => queries.invalidateQueries(sessionsQuery),
  });
  const others = data?.filter((session) => !session.current) ?? [];
  return (
    <>
      <PageBar
        title={t('account.sessions')}
        actions={
          others.length > 1 && (
            <Button busy={end.isPending} onClick={() => end.mutate(others)}>
              {t('account.end_others')}
            </Button>
          )
        }
      >
        <h1>{t('account.sessions')}</h1>
      </PageBar>
      <div className={styles.page}>
        <p className={styles.lead}>{t('account.sessions_lead')}</p>
        {isPending && <SkeletonRows />}
        {error && <ErrorState title={t('account.sessions_failed')} {...failureOf(error)} onRetry={() => void refetch()} />}
        <ul className={styles.entries} aria-label={t('account.sessions')}>
          {data?.map((session) => (
            <SessionRow key={session.id} session={session} busy={end.isPending} onEnd={() => end.mutate([session])} />
          ))}
        </ul>
        <Passkeys />
        <AccountEvents />
      </div>
    </>
  );
}

interface SessionRowProps {
  session: Session;
  busy: boolean;
  onEnd: () => void;
}

function SessionRow({ session, busy, onEnd }: SessionRowProps) {
  const t = useText();
  const formats = useFormats();
  const name = useDeviceName()(session.device);
  return (
    <li>
      <span className={styles.device} title={session.device}>
        {name} {session.current && <Tag meaning="success">{t('account.this_one')}</Tag>}
      </span>
      <dl className={styles.told}>
        <div>
          <dt>{t('account.address')}</dt>
          <dd>
            <bdi dir="ltr">{session.address}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t('account.since')}</dt>
          <dd>{formats.moment(session.created_at)}</dd>
        </div>
        <div>
          <dt>{t('account.used')}</dt>
          <dd>{formats.ago(session.used_at)}</dd>
        </div>
      </dl>
      {!session.current && (
        <Button small className={styles.button} disabled={busy} aria-label={t('account.end_session', { device: name })} onClick={onEnd}>
          {t('account.end')}
        </Button>
      )}
    </li>
  );
}
