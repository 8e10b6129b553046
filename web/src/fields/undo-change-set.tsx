import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reasonOf } from '@/api/api-error';
import { changeSetQuery, type OnConflict, previewUndo, type UndoConflict, undoChangeSet } from '@/api/change-sets';
import type { Json } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Note } from '@/ui/note/note';
import { inWords } from '@/lib/problem-words';
import styles from './undo.module.css';

export interface UndoChangeSetProps {
  /** The change set that is undone. */
  id: number;
  /** Label of the button. */
  label: string;
}

/** Undoes a change set, and tells how far it is. What others have changed since is shown before: it stays until one wants it undone, too. */
export function UndoChangeSet({ id, label }: UndoChangeSetProps) {
  const t = useText();
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: (conflicts: OnConflict) => undoChangeSet(id, conflicts),
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: ['records'] }), queries.invalidateQueries({ queryKey: ['change-sets'] })]),
  });
  const look = useMutation({
    mutationFn: () => previewUndo(id),
    onSuccess: (preview) => {
      if (preview.conflict_count === 0) undo.mutate('keep');
    },
  });
  const long = undo.data?.state === 'running' ? undo.data.change_set : null;
  const follow = changeSetQuery(long ?? 0);
  const { data: running } = useQuery({ ...follow, queryFn: long ? follow.queryFn : skipToken });
  const report = running?.report ?? undo.data;
  const preview = report || look.data?.conflict_count === 0 ? undefined : look.data;
  const { conflicts = [] } = report ?? preview ?? {};
  const state = running?.state ?? undo.data?.state;
  return (
    <div className={styles.undo}>
      {!report && !preview && (
        <Button icon="arrow-back-up" busy={look.isPending || undo.isPending} onClick={() => look.mutate()}>
          {label}
        </Button>
      )}
      {(look.error ?? undo.error) && <Note kind="danger">{reasonOf(look.error ?? undo.error)}</Note>}
      <div role="status">
        {preview && (
          <Note
            kind="warning"
            action={
              <Button small busy={undo.isPending} onClick={() => undo.mutate('keep')}>
                {t('undo.others')}
              </Button>
            }
          >
            {t('undo.beforehand', { undone: preview.undone, count: preview.conflict_count })}
          </Note>
        )}
        {report && <Note kind={state === 'done' ? 'success' : 'info'}>{t(state === 'running' ? 'undo.running' : 'undo.done', { count: report.undone })}</Note>}
        {state === 'failed' && <Note kind="warning">{t('undo.stopped')}</Note>}
        {report && report.conflict_count > 0 && (
          <Note
            kind="warning"
            action={
              <Button small busy={undo.isPending} onClick={() => undo.mutate('overwrite')}>
                {t('undo.overwrite')}
              </Button>
            }
          >
            {t('undo.conflicts', { count: report.conflict_count })}
          </Note>
        )}
      </div>
      {conflicts.length > 0 && (
        <ul className={styles.conflicts}>
          {conflicts.map((conflict, index) => (
            <Conflict key={index} conflict={conflict} />
          ))}
        </ul>
      )}
    </div>
  );
}

const shown = (value: Json | undefined) => (value === null || value === undefined || value === '' ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value));

function Conflict({ conflict }: { conflict: UndoConflict }) {
  const t = useText();
  const { record } = conflict;
  return (
    <li>
      <Link to="/o/$object/$id" params={{ object: record.object, id: record.id }}>
        <bdi>{record.name}</bdi>
      </Link>
      <span>{inWords(conflict.message)}</span>
      {conflict.field && <span>{t('undo.conflict', { label: conflict.label ?? conflict.field, was: shown(conflict.was), became: shown(conflict.became), now: shown(conflict.now) })}</span>}
      {conflict.changed_by && <small>{conflict.changed_by.name}</small>}
    </li>
  );
}
