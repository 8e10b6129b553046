import { useQuery } from '@tanstack/react-query';
import { failureOf } from '@/api/api-error';
import { useMe } from '@/api/catalogue';
import { type AccountEvent, accountEventsQuery } from '@/api/passkeys';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { ErrorState } from '@/ui/state/error-state';
import { useDeviceName } from './use-device-name';
import styles from './account.module.css';

/** The last log-ins, and what became of password and passkeys. */
export function AccountEvents() {
  const t = useText();
  const { data, error, refetch } = useQuery(accountEventsQuery(useMe().user.id));
  return (
    <section className={styles.section} aria-label={t('account.events')}>
      <header>
        <h2>{t('account.events')}</h2>
      </header>
      <p className={styles.lead}>{t('account.events_lead')}</p>
      {error && <ErrorState title={t('account.events_failed')} {...failureOf(error)} onRetry={() => void refetch()} />}
      {data && data.length > 0 && (
        <ol className={styles.entries} aria-label={t('account.events')}>
          {data.map((event) => (
            <EventRow key={event.happened_at} event={event} />
          ))}
        </ol>
      )}
    </section>
  );
}

function EventRow({ event }: { event: AccountEvent }) {
  const t = useText();
  const me = useMe();
  const formats = useFormats();
  const deviceName = useDeviceName();
  const { kind, passkey, by, device, address, happened_at } = event;
  return (
    <li>
      <span className={styles.device}>{t('account.event', { kind, passkey })}</span>
      <dl className={styles.told}>
        <div>
          <dt>{t('account.event_when')}</dt>
          <dd>{formats.moment(happened_at)}</dd>
        </div>
        {by !== '' && by !== me.user.name && (
          <div>
            <dt>{t('account.event_by')}</dt>
            <dd>
              <bdi>{by}</bdi>
            </dd>
          </div>
        )}
        {device !== '' && (
          <div>
            <dt>{t('account.device')}</dt>
            <dd title={device}>{deviceName(device)}</dd>
          </div>
        )}
        {address !== '' && (
          <div>
            <dt>{t('account.address')}</dt>
            <dd>
              <bdi dir="ltr">{address}</bdi>
            </dd>
          </div>
        )}
      </dl>
    </li>
  );
}
