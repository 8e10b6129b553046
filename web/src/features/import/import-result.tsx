import { skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reasonOf } from '@/api/api-error';
import { getChangeSet } from '@/api/change-sets';
import { importErrors } from '@/api/imports';
import type { ImportReport, ObjectInfo } from '@/api/types';
import { UndoChangeSet } from '@/fields/undo-change-set';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { download } from '@/lib/download';
import { Button } from '@/ui/button/button';
import { Note } from '@/ui/note/note';
import { Panel } from '@/ui/panel/panel';
import styles from './import.module.css';

export interface ImportResultProps {
  object: ObjectInfo;
  report: ImportReport;
}

/** What became of the rows; those that failed can be taken home, mended and imported again. */
export function ImportResult({ object, report }: ImportResultProps) {
  const t = useText();
  const formats = useFormats();
  const errors = useMutation({ mutationFn: () => importErrors(report.id), onSuccess: (csv) => download(`${object.name}-errors.csv`, csv) });
  const running = report.state === 'running';
  const undoable = !running && !report.dry_run && report.created + report.updated > 0 ? report.change_set : null;
  // As it was when the report was opened, under a key of its own: what is undone here tells of itself.
  const { data: kept } = useQuery({ queryKey: ['imports', report.id, 'undone'] as const, queryFn: undoable ? ({ signal }) => getChangeSet(undoable, signal) : skipToken, staleTime: 0, refetchOnWindowFocus: false });
  const dryRun = report.dry_run;
  return (
    <Panel title={t(running ? 'import.running' : dryRun ? 'import.checked' : 'import.done')}>
      <div className={styles.result} role="status">
        {running && <progress max={report.total_bytes || undefined} value={report.total_bytes ? report.bytes : undefined} aria-label={t('import.running')} />}
        <dl className={styles.figures}>
          {(['rows', 'created', 'updated', 'unchanged', 'failed'] as const).map((figure) => (
            <div key={figure} data-bad={(figure === 'failed' && report.failed > 0) || undefined}>
              <dt>{t(`import.${figure}`)}</dt>
              <dd>{formats.number(report[figure])}</dd>
            </div>
          ))}
        </dl>
        {running && <p className={styles.hint}>{t('import.goes_on')}</p>}
        {report.failure && <Note kind="danger">{report.failure}</Note>}
        {report.notes?.map((note) => (
          <Note key={note.message} kind="warning">
            {note.message}
          </Note>
        ))}
        {errors.error && <Note kind="danger">{reasonOf(errors.error)}</Note>}
        {!running && (
          <div className={styles.buttons}>
            {report.failed > 0 && (
              <Button icon="upload" busy={errors.isPending} onClick={() => errors.mutate()}>
                {t('import.download_errors')}
              </Button>
            )}
            {!dryRun && (
              <Link to="/o/$object" params={{ object: object.name }} search={{ sort: '-created_at' }} className={styles.show}>
                {t('import.show', { objects: object.plural_label })}
              </Link>
            )}
          </div>
        )}
        {undoable && (kept?.undone === 'yes' ? <Note kind="info">{t('import.undone')}</Note> : <UndoChangeSet id={undoable} label={t('undo.import')} />)}
        {dryRun && !running && <p className={styles.hint}>{t('import.nothing_kept')}</p>}
      </div>
    </Panel>
  );
}
