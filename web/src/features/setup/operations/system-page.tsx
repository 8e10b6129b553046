import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { failureOf } from '@/api/api-error';
import { backupsQuery } from '@/api/backups';
import { type Job, type JobState, jobsQuery } from '@/api/jobs';
import { systemQuery } from '@/api/system';
import { useLabel } from '@/i18n/labels';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import type { MessageId } from '@/i18n/catalogues';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { Tag } from '@/ui/tag/tag';
import { SetupBar } from '../setup-bar';
import styles from '../setup.module.css';

/** How an administrator tells at a glance whether all is well: version, last backup, what runs. */
export function SystemPage() {
  const t = useText();
  const formats = useFormats();
  const system = useQuery(systemQuery);
  const backups = useQuery(backupsQuery);
  const error = system.error ?? backups.error;
  const [newest] = backups.data?.backups ?? [];
  const next = backups.data?.schedule?.next_at;
  return (
    <>
      <SetupBar title={t('setup.system')} />
      <div className={styles.page}>
        <p className={styles.lead}>{t('setup.system_lead')}</p>
        {error && <ErrorState title={t('setup.system_failed')} {...failureOf(error)} onRetry={() => void Promise.all([system.refetch(), backups.refetch()])} />}
        {(system.isPending || backups.isPending) && <SkeletonRows rows={6} />}
        {system.data && backups.data && (
          <table className={styles.table} aria-label={t('setup.system')}>
            <tbody>
              <Fact label={t('setup.system_version')}>
                <bdi dir="ltr">{system.data.version}</bdi>
              </Fact>
              <Fact label={t('setup.system_database')}>{system.data.database === 'sqlite' ? 'SQLite' : 'PostgreSQL'}</Fact>
              <Fact label={t('setup.system_last_backup')} area="backups">
                {newest ? (
                  <>
                    <time dateTime={newest.made_at}>{formats.moment(newest.made_at)}</time> <span className={styles.faint}>{formats.bytes(newest.bytes)}</span>{' '}
                    <Tag meaning={newest.verified_at ? 'success' : 'warning'}>{t(newest.verified_at ? 'setup.backup_verified' : 'setup.backup_unverified')}</Tag>
                  </>
                ) : (
                  <Tag meaning="warning">{t('setup.system_none')}</Tag>
                )}
              </Fact>
              <Fact label={t('setup.system_next_backup')} area="company">
                {next ? <time dateTime={next}>{formats.moment(next)}</time> : <Tag meaning="warning">{t('setup.backup_never')}</Tag>}
              </Fact>
              <Jobs state="running" label="setup.system_running" />
              <Jobs state="waiting" label="setup.system_waiting" />
              <Jobs state="failed" label="setup.system_gave_up" />
            </tbody>
          </table>
        )}
      </div>
    </>
  );
}

interface FactProps {
  label: string;
  /** The area of setup where there is more of it. */
  area?: string;
  children: ReactNode;
}

function Fact({ label, area, children }: FactProps) {
  return (
    <tr>
      <th scope="row">
        {area ? (
          <Link to="/setup/area/$area" params={{ area }} className={styles.inline}>
            {label}
          </Link>
        ) : (
          label
        )}
      </th>
      <td>{children}</td>
    </tr>
  );
}

function Jobs({ state, label }: { state: JobState; label: MessageId }) {
  const t = useText();
  const named = useLabel();
  const formats = useFormats();
  const { data } = useQuery(jobsQuery(state));
  const counted = new Map<string, Job[]>();
  for (const job of data?.jobs ?? []) counted.set(named(job), [...(counted.get(named(job)) ?? []), job]);
  return (
    <Fact label={t(label)} area="jobs">
      {data?.jobs.length === 0 && <span className={styles.faint}>{t('setup.system_none')}</span>}
      <span className={styles.tags}>
        {[...counted].map(([name, jobs]) => (
          <Tag key={name} meaning={state === 'failed' ? 'warning' : undefined}>
            {jobs.length > 1 ? `${name} (${formats.number(jobs.length)})` : name}
          </Tag>
        ))}
      </span>
    </Fact>
  );
}
