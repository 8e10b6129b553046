import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf, reasonOf } from '@/api/api-error';
import { cancelJob, type Job, type JobState, jobsQuery, jobStates, retryJob } from '@/api/jobs';
import { useLabel } from '@/i18n/labels';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { IconButton } from '@/ui/button/icon-button';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';
import { EmptyState } from '@/ui/state/empty-state';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { useToast } from '@/ui/toast/use-toast';
import { SetupBar } from '../setup-bar';
import { SetupTable } from '../setup-table';
import styles from '../setup.module.css';

/** Work in the background: how far it is, why it failed, and to try it again or cancel it. */
export function JobsPage() {
  const t = useText();
  const toast = useToast();
  const label = useLabel();
  const formats = useFormats();
  const queries = useQueryClient();
  const [state, setState] = useState<JobState | ''>('');
  const { data, error, isPending, refetch } = useQuery(jobsQuery(state));
  const act = useMutation({
    mutationFn: ({ job, run }: { job: Job; run: (id: number) => Promise<Job> }) => run(job.id),
    onError: (thrown) => toast({ text: reasonOf(thrown), failed: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  });
  return (
    <>
      <SetupBar title={t('setup.jobs')} />
      <div className={styles.page}>
        <div className={styles.find}>
          <FieldFrame id="job-state" label={t('setup.job_status')}>
            <Select id="job-state" value={state} options={[{ value: '', label: t('setup.job_all') }, ...jobStates.map((each) => ({ value: each, label: t('setup.job_state', { state: each }) }))]} onChange={(event) => setState(event.target.value as JobState | '')} />
          </FieldFrame>
        </div>
        {isPending && <SkeletonRows />}
        {error && <ErrorState title={t('setup.jobs_failed')} {...failureOf(error)} onRetry={() => void refetch()} />}
        {data?.jobs.length === 0 && <EmptyState title={t('setup.no_jobs')} text={t('setup.no_jobs_text')} />}
        {data && data.jobs.length > 0 && (
          <SetupTable label={t('setup.jobs')} heads={[t('setup.job'), t('setup.job_status'), t('setup.audit_who'), t('setup.job_due')]}>
            {data.jobs.map((job) => (
              <tr key={job.id}>
                <th scope="row">{label(job)}</th>
                <td>
                  {t('setup.job_state', { state: job.state })} {job.state === 'running' && job.progress.total > 0 && formats.percent((100 * job.progress.done) / job.progress.total)} <span className={styles.faint}>{job.failure?.message}</span>
                </td>
                <td>{job.user?.name}</td>
                <td>{job.due_at && <time dateTime={job.due_at}>{formats.moment(job.due_at)}</time>}</td>
                <td className={styles.end}>
                  {(job.state === 'failed' || job.state === 'cancelled') && <IconButton icon="refresh" small label={t('setup.job_retry', { job: label(job) })} onClick={() => act.mutate({ job, run: retryJob })} />}
                  {(job.state === 'waiting' || job.state === 'running') && <IconButton icon="x" small label={t('setup.job_cancel', { job: label(job) })} onClick={() => act.mutate({ job, run: cancelJob })} />}
                </td>
              </tr>
            ))}
          </SetupTable>
        )}
      </div>
    </>
  );
}
