import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { failureOf, reasonOf } from '@/api/api-error';
import { type Backup, backupsQuery, startBackup } from '@/api/backups';
import { jobsQuery } from '@/api/jobs';
import { wantProof } from '@/api/proof';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Icon } from '@/ui/icon/icon';
import { Note } from '@/ui/note/note';
import { Panel } from '@/ui/panel/panel';
import { EmptyState } from '@/ui/state/empty-state';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { Tag } from '@/ui/tag/tag';
import { SetupBar } from '../setup-bar';
import { SetupTable } from '../setup-table';
import styles from '../setup.module.css';

const everything = '/api/v1/exports/everything';

/** What the server keeps of the workspace for a bad day: when, how large, whether it was tried; and how it is brought back. */
export function BackupsPage() {
  const t = useText();
  const formats = useFormats();
  const queries = useQueryClient();
  const { data, error, isPending, refetch } = useQuery(backupsQuery);
  const { data: failed } = useQuery(jobsQuery('failed'));
  const begin = useMutation({ mutationFn: startBackup, onSettled: () => Promise.all([queries.invalidateQueries(backupsQuery), queries.invalidateQueries({ queryKey: ['jobs'] })]) });
  const takeHome = useMutation({ mutationFn: wantProof, onSuccess: () => window.location.assign(everything) });
  const busy = begin.isPending || Boolean(data?.job);
  const [newest] = data?.backups ?? [];
  // A failure counts until a later backup has gone well.
  const failure = failed?.jobs.find((job) => job.kind === 'backup' && (!newest || String(job.finished_at) > newest.made_at))?.failure;
  return (
    <>
      <SetupBar
        title={t('setup.backups')}
        actions={
          <Button kind="primary" icon="plus" busy={busy} onClick={() => begin.mutate()}>
            {t('setup.backup_now')}
          </Button>
        }
      />
      <div className={styles.page}>
        <p className={styles.lead}>{t('setup.backups_lead')}</p>
        {begin.error && <Note kind="danger">{reasonOf(begin.error)}</Note>}
        {failure && <Note kind="warning">{failure.message}</Note>}
        <div role="status">{data?.job && <Note kind="info">{t('setup.backup_running')}</Note>}</div>
        {isPending && <SkeletonRows />}
        {error && <ErrorState title={t('setup.backups_failed')} {...failureOf(error)} onRetry={() => void refetch()} />}
        {data && (
          <p className={styles.faint}>
            {data.schedule?.next_at ? t('setup.backup_next', { moment: formats.moment(data.schedule.next_at) }) : t('setup.backup_never')}{' '}
            <Link to="/setup/area/$area" params={{ area: 'company' }} className={styles.inline}>
              {t('setup.backup_change')}
            </Link>
          </p>
        )}
        {data?.backups.length === 0 && <EmptyState title={t('setup.no_backups')} text={t('setup.no_backups_text')} />}
        {data && newest && (
          <>
            <SetupTable label={t('setup.backups')} heads={[t('setup.audit_when'), t('setup.backup_size'), t('setup.backup_rows'), t('setup.backup_checked')]}>
              {data.backups.map((backup) => (
                <Row key={backup.name} backup={backup} />
              ))}
            </SetupTable>
            <Panel title={t('setup.backup_restore')}>
              <div className={styles.told}>
                <p>{t('setup.backup_restore_text')}</p>
                <pre tabIndex={0}>
                  <code>{`rapport restore ${data.folder}/${newest.name} --key KEY --data NEW_FOLDER`}</code>
                </pre>
              </div>
            </Panel>
          </>
        )}
        <Panel title={t('setup.export_all')}>
          <div className={styles.told}>
            <p>{t('setup.export_all_text')}</p>
            {takeHome.error && <Note kind="danger">{reasonOf(takeHome.error)}</Note>}
            <a
              href={everything}
              className={styles.takeHome}
              onClick={(event) => {
                event.preventDefault();
                takeHome.mutate();
              }}
            >
              <Icon name="download" /> {t('setup.export_all_button')}
            </a>
          </div>
        </Panel>
      </div>
    </>
  );
}

function Row({ backup }: { backup: Backup }) {
  const t = useText();
  const formats = useFormats();
  return (
    <tr>
      <th scope="row">
        <time dateTime={backup.made_at}>{formats.moment(backup.made_at)}</time>
      </th>
      <td>{formats.bytes(backup.bytes)}</td>
      <td>{formats.number(backup.rows)}</td>
      <td>
        <Tag meaning={backup.verified_at ? 'success' : 'warning'}>{t(backup.verified_at ? 'setup.backup_verified' : 'setup.backup_unverified')}</Tag>
      </td>
      <td />
    </tr>
  );
}
