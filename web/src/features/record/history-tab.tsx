import { useQuery } from '@tanstack/react-query';
import { failureOf, reasonOf } from '@/api/api-error';
import { fieldOf, isReference, useCatalogue } from '@/api/catalogue';
import { useUndo, useUndoOf } from '@/api/change-sets';
import { saidName } from '@/api/columns';
import { useRecordName } from '@/api/record-names';
import { historyQuery } from '@/api/records';
import type { Field, Json, ObjectInfo, RecordData } from '@/api/types';
import { useSaveRecord } from '@/api/save-record';
import { isEditable } from '@/fields/field-kits';
import { FieldValue } from '@/fields/field-value';
import { UserAvatar } from '@/fields/user-avatar';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { useToast } from '@/ui/toast/use-toast';
import { Icon } from '@/ui/icon/icon';
import { EmptyState } from '@/ui/state/empty-state';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import styles from './record.module.css';

const same = (one: Json | undefined, other: Json) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** What is only undone as a whole. */
const wholes = new Set(['merge', 'convert']);

/** Who changed what from what to what, when, and by which road; newest first. */
export function HistoryTab({ object, record }: { object: ObjectInfo; record: RecordData }) {
  const t = useText();
  const formats = useFormats();
  const { data, error, isPending, refetch } = useQuery(historyQuery(object.name, record.id));
  const toast = useToast();
  const undo = useUndo();
  const undoOf = useUndoOf();
  const save = useSaveRecord(object.name);
  async function revert(field: Field, earlier: Json) {
    try {
      const { changeSet } = await save(record, { [field.name]: earlier });
      toast({ text: t('record.reverted', { field: field.label }), undo: undoOf(changeSet) });
    } catch (thrown) {
      toast({ text: reasonOf(thrown), failed: true });
    }
  }
  async function undoAll(id: number) {
    try {
      await undo([id]);
      toast({ text: t('history.undone') });
    } catch (thrown) {
      toast({ text: reasonOf(thrown), failed: true });
    }
  }
  if (error) return <ErrorState title={t('record.history_failed')} {...failureOf(error)} onRetry={() => void refetch()} />;
  if (isPending) return <SkeletonRows rows={6} />;
  if (data.history.length === 0) return <EmptyState title={t('record.no_history')} text={t('record.no_history_text')} />;
  return (
    <ol className={styles.history}>
      {data.history.map((entry) => {
        const changes = Object.entries(entry.changes).flatMap(([name, sides]) => {
          const field = fieldOf(object, name);
          return field && !field.system && !name.endsWith('_base') ? [{ field, ...sides }] : [];
        });
        return (
          <li key={entry.id}>
            <UserAvatar id={entry.changed_by.id} name={entry.changed_by.name || '?'} size={24} />
            <div>
              <p>
                <b>
                  <bdi>{entry.changed_by.name}</bdi>
                </b> <span className={styles.faint}>{t('record.by_road', { operation: entry.operation, source: entry.source })}</span>
              </p>
              {entry.change_set && wholes.has(entry.change_set.kind) && entry.change_set.undone === 'no' && data.history.find((each) => each.change_set?.id === entry.change_set?.id) === entry && (
                <Button small icon="arrow-back-up" onClick={() => void undoAll(Number(entry.change_set?.id))}>
                  {t('history.undo', { kind: entry.change_set.kind })}
                </Button>
              )}
              <ul>
                {changes.map(({ field, from, to }) => (
                  <li key={field.name}>
                    <span className={styles.faint}>{field.label}</span> <Side field={field} value={from} record={record} /> <Icon name="arrow-right" size={13} /> <Side field={field} value={to} record={record} />
                    {isEditable(field) && entry.operation === 'update' && !same(record[field.name], from) && (
                      <Button small kind="quiet" icon="arrow-back-up" aria-label={t('record.revert_field', { field: field.label })} onClick={() => void revert(field, from)}>
                        {t('record.revert')}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </div>
            <time dateTime={entry.changed_at}>{formats.moment(entry.changed_at)}</time>
          </li>
        );
      })}
    </ol>
  );
}

/** One side of a change. What was referred to is asked for its name. */
function Side({ field, value, record }: { field: Field; value: Json; record: RecordData }) {
  const t = useText();
  if (typeof value === 'string' && isReference(field)) return <ReferenceSide id={value} />;
  return <FieldValue field={field} record={{ id: '', currency_code: record.currency_code, [field.name]: value }} empty={t('field.empty')} />;
}

function ReferenceSide({ id }: { id: string }) {
  const object = useCatalogue().objectOfId(id);
  const name = useRecordName(id);
  return <bdi>{name ? saidName(object, name) : (object?.label ?? id)}</bdi>;
}
