import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reasonOf } from '@/api/api-error';
import { changeSetQuery, type OnConflict, undoChangeSet } from '@/api/change-sets';
import type { Json, UndoConflict } from '@/api/types';
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

/** Undoes a change set, tells how far it is, and shows what others have changed since: it stays until one wants it undone, too. */
export function UndoChangeSet({ id, label }: UndoChangeSetProps) {
  const t = useText();
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: (conflicts: OnConflict) => undoChangeSet(id, conflicts),
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: ['records'] }), queries.invalidateQueries({ queryKey: ['change-sets'] })]),
  });
  const long = undo.data?.state === 'running' ? undo.data.change_set : null;
  const follow = changeSetQuery(long ?? 0);
  const { data: running } = useQuery({ ...follow, queryFn: long ? follow.queryFn : skipToken });
  const report = running?.report ?? undo.data;
  const state = running?.state ?? undo.data?.state;
  return (
    <div className={styles.undo}>
      {!report && (
        <Button icon="arrow-back-up" busy={undo.isPending} onClick={() => undo.mutate('keep')}>
          {label}
        </Button>
      )}
      {undo.error && <Note kind="danger">{reasonOf(undo.error)}</Note>}
      <div role="status">
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
      {report && report.conflicts.length > 0 && (
        <ul className={styles.conflicts}>
          {report.conflicts.map((conflict, index) => (
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
