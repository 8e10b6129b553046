import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { reasonOf } from '@/api/api-error';
import { jobQuery } from '@/api/jobs';
import { metadataQuery } from '@/api/metadata';
import { recordsKey } from '@/api/records';
import type { TypeChangeReport } from '@/api/type-change';
import type { Field, ObjectInfo } from '@/api/types';
import { fieldKits } from '@/fields/field-kits';
import { useText } from '@/i18n/use-text';
import { inWords } from '@/lib/problem-words';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { Note } from '@/ui/note/note';
import styles from './setup.module.css';

export interface TypeChangeProgressProps {
  object: ObjectInfo;
  field: Field;
  job: number;
  /** What was said would become of the values. */
  report: TypeChangeReport;
  onClose: () => void;
}

/** How far the change is, and what has become of it. */
export function TypeChangeProgress({ object, field, job: id, report, onClose }: TypeChangeProgressProps) {
  const t = useText();
  const queries = useQueryClient();
  const { data: job, error } = useQuery(jobQuery(id));
  const done = job?.state === 'done';
  const failed = job?.state === 'failed' || job?.state === 'cancelled';
  useEffect(() => {
    if (!done) return;
    void queries.invalidateQueries(metadataQuery);
    void queries.invalidateQueries({ queryKey: recordsKey(object.name) });
  }, [done, queries, object.name]);
  return (
    <Dialog title={t('retype.title', { field: field.label })} onClose={onClose} footer={<Button onClick={onClose}>{t('common.close')}</Button>}>
      <div className={styles.preview} role="status">
        {error && <Note kind="danger">{reasonOf(error)}</Note>}
        {failed && <Note kind="danger">{job.failure ? inWords(job.failure.message) : t('retype.cancelled')}</Note>}
        {!done && !failed && (
          <>
            <p>{t('retype.running')}</p>
            <progress max={job?.progress.total || undefined} value={job?.progress.total ? job.progress.done : undefined} aria-label={t('retype.running')} />
          </>
        )}
        {done && <Note kind="success">{t('retype.done', { field: field.label, type: t(fieldKits[report.type].label), converted: report.converted, lost: report.lost })}</Note>}
        {done && <p>{t('retype.can_undo')}</p>}
      </div>
    </Dialog>
  );
}
