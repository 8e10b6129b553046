import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { useCatalogue } from '@/api/catalogue';
import { useUndo } from '@/api/change-sets';
import { fieldsOfPage, nameOf } from '@/api/columns';
import { mergeRecords } from '@/api/merge';
import { shortListQuery } from '@/api/records';
import type { Field, ObjectInfo, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { Note } from '@/ui/note/note';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { useToast } from '@/ui/toast/use-toast';
import { isEditable } from './field-kits';
import { FieldValue } from './field-value';
import styles from './merge.module.css';
import { PlainContext } from './plain';

export interface MergeDialogProps {
  object: ObjectInfo;
  /** Two or three records; the first stays unless another one is chosen. */
  ids: readonly string[];
  /** Called with the record that stays, before the toast offers to undo. */
  onMerged: (survivor: string) => void;
  onClose: () => void;
}

const empty = (record: RecordData, field: Field) => record[field.name] === null || record[field.name] === undefined || record[field.name] === '';

/** Records side by side: which one stays, and whose value it has in each field in which they differ. */
export function MergeDialog({ object, ids, onMerged, onClose }: MergeDialogProps) {
  const t = useText();
  const toast = useToast();
  const undo = useUndo();
  const queries = useQueryClient();
  const catalogue = useCatalogue();
  const { data, error, refetch } = useQuery(shortListQuery({ object: object.name, fields: ['id', ...fieldsOfPage(object, catalogue)], filter: { field: 'id', op: 'in', value: [...ids] } }));
  const records = ids.flatMap((id) => data?.find((record) => record.id === id) ?? []);
  const [survivor, setSurvivor] = useState(ids[0] ?? '');
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const differing = object.fields.filter((field) => isEditable(field) && !field.component_of && new Set(records.map((record) => JSON.stringify(record[field.name] ?? null))).size > 1);

  /** Whose value the field gets: the chosen one's, else the survivor's, else the first there is. */
  const sourceOf = (field: Field) => chosen[field.name] ?? [...records].sort((one, other) => Number(other.id === survivor) - Number(one.id === survivor)).find((record) => !empty(record, field))?.id;
  const merge = useMutation({
    mutationFn: () => {
      const fields = differing.flatMap((field) => (chosen[field.name] && chosen[field.name] !== survivor ? [[field.name, chosen[field.name] ?? '']] : []));
      return mergeRecords(object.name, survivor, ids.filter((id) => id !== survivor), Object.fromEntries(fields) as Record<string, string>);
    },
    onSuccess: ({ change_set }) => {
      const stays = records.find((record) => record.id === survivor);
      onMerged(survivor);
      toast({ text: t('merge.done', { name: stays ? nameOf(stays, object) : survivor }), undo: () => undo([change_set]) });
    },
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: ['records'] }), queries.invalidateQueries({ queryKey: ['search'] }), queries.invalidateQueries({ queryKey: ['duplicates'] })]),
  });
  return (
    <Dialog
      title={t('merge.title', { count: ids.length, objects: object.plural_label })}
      wide
      onClose={onClose}
      onSubmit={() => merge.mutate()}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" icon="arrow-merge" busy={merge.isPending} disabled={records.length < ids.length}>
            {t('merge.menu')}
          </Button>
        </>
      }
    >
      {error && <ErrorState title={t('merge.failed')} reason={reasonOf(error)} onRetry={() => void refetch()} />}
      {merge.error && <Note kind="danger">{reasonOf(merge.error)}</Note>}
      {!data && !error && <SkeletonRows rows={6} />}
      {records.length > 0 && (
        <PlainContext.Provider value>
          <div className={styles.scroll} role="region" aria-label={t('merge.field')} tabIndex={0}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('merge.survivor')}</th>
                  {records.map((record) => (
                    <th key={record.id} scope="col">
                      <label>
                        <input type="radio" name="survivor" aria-label={t('merge.keep', { name: nameOf(record, object) })} checked={record.id === survivor} onChange={() => setSurvivor(record.id)} />
                        <bdi>{nameOf(record, object)}</bdi>
                      </label>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {differing.map((field) => (
                  <tr key={field.name}>
                    <th scope="row">{field.label}</th>
                    {records.map((record) => (
                      <td key={record.id}>
                        {!empty(record, field) && (
                          <label>
                            <input
                              type="radio"
                              name={field.name}
                              aria-label={t('merge.take', { field: field.label, name: nameOf(record, object) })}
                              checked={sourceOf(field) === record.id}
                              onChange={() => setChosen((before) => ({ ...before, [field.name]: record.id }))}
                            />
                            <FieldValue field={field} record={record} />
                          </label>
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </PlainContext.Provider>
      )}
      <Note>{t('merge.others')}</Note>
    </Dialog>
  );
}
