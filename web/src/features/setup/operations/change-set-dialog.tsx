import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { failureOf } from '@/api/api-error';
import { fieldOf, useCatalogue } from '@/api/catalogue';
import { type ChangeSetDetail, changeSetQuery } from '@/api/change-sets';
import type { ChangeSet } from '@/api/types';
import { fieldKits } from '@/fields/field-kits';
import { FieldValue } from '@/fields/field-value';
import { PlainContext } from '@/fields/plain';
import { UndoChangeSet } from '@/fields/undo-change-set';
import { useText } from '@/i18n/use-text';
import { Dialog } from '@/ui/dialog/dialog';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import styles from '../setup.module.css';

// An undo is undone like all else; what was removed for good is not, and a change of type is where the field is.
const undoable = (set: ChangeSet) => !['empty_trash', 'change_type'].includes(set.kind) && set.undone !== 'yes' && set.state !== 'running';

/** What one change set did to each record, and its undo. */
export function ChangeSetDialog({ set, onClose }: { set: ChangeSet; onClose: () => void }) {
  const t = useText();
  const { data, error, refetch } = useQuery(changeSetQuery(set.id));
  return (
    <Dialog title={t('setup.audit_title', { id: set.id })} onClose={onClose} wide>
      {error && <ErrorState title={t('setup.audit_failed')} {...failureOf(error)} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={4} />}
      {data?.type_change && <p>{t('retype.done', { field: data.type_change.label, type: t(fieldKits[data.type_change.to].label), converted: data.type_change.converted, lost: data.type_change.lost })}</p>}
      {data && (
        <PlainContext.Provider value>
          <ul className={styles.lines}>
            {data.changes.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
        </PlainContext.Provider>
      )}
      {undoable(set) && <UndoChangeSet id={set.id} label={t('setup.audit_undo')} />}
    </Dialog>
  );
}

function Line({ line }: { line: ChangeSetDetail['changes'][number] }) {
  const t = useText();
  const object = useCatalogue().find(line.record.object);
  const changes = Object.entries(line.changes).flatMap(([name, sides]) => {
    const field = object && fieldOf(object, name);
    return field && !field.system && !name.endsWith('_base') ? [{ field, ...sides }] : [];
  });
  return (
    <li>
      <Link to="/o/$object/$id" params={{ object: line.record.object, id: line.record.id }}>
        <bdi>{line.record.name}</bdi>
      </Link>{' '}
      <span className={styles.faint}>{t('record.by_road', { operation: line.operation, source: line.source })}</span>
      <ul>
        {changes.map(({ field, from, to }) => (
          <li key={field.name}>
            <span className={styles.faint}>{field.label}</span> <FieldValue field={field} record={{ id: '', [field.name]: from }} empty={t('field.empty')} /> → <FieldValue field={field} record={{ id: '', [field.name]: to }} empty={t('field.empty')} />
          </li>
        ))}
      </ul>
    </li>
  );
}
