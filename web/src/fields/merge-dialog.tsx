import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf, reasonOf } from '@/api/api-error';
import { useCatalogue } from '@/api/catalogue';
import { useUndo, whenDone } from '@/api/change-sets';
import { fieldsOfPage, nameOf } from '@/api/columns';
import { mergeRecords } from '@/api/merge';
import { shortListQuery } from '@/api/records';
import type { Field, ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { Note } from '@/ui/note/note';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { useToast } from '@/ui/toast/use-toast';
import { isEditable } from './field-kits';
import { isNothing } from './field-value';
import { MergeTable } from './merge-table';

export interface MergeDialogProps {
  object: ObjectInfo;
  /** Two or three records; the first stays unless another one is chosen. */
  ids: readonly string[];
  /** Called with the record that stays, before the toast offers to undo. */
  onMerged: (survivor: string) => void;
  onClose: () => void;
}

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
  const sourceOf = (field: Field) => chosen[field.name] ?? [...records].sort((one, other) => Number(other.id === survivor) - Number(one.id === survivor)).find((record) => !isNothing(record[field.name]))?.id;
  const merge = useMutation({
    mutationFn: async () => {
      const fields = differing.flatMap((field) => (chosen[field.name] && chosen[field.name] !== survivor ? [[field.name, chosen[field.name] ?? '']] : []));
      const started = await mergeRecords(object.name, survivor, ids.filter((id) => id !== survivor), Object.fromEntries(fields) as Record<string, string>);
      return whenDone(queries, started, t('merge.stopped'));
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
      {error && <ErrorState title={t('merge.failed')} {...failureOf(error)} onRetry={() => void refetch()} />}
      {merge.error && <Note kind="danger">{reasonOf(merge.error)}</Note>}
      {!data && !error && <SkeletonRows rows={6} />}
      {records.length > 0 && (
        <MergeTable object={object} records={records} fields={differing} survivor={survivor} onSurvivor={setSurvivor} sourceOf={sourceOf} onChoose={(field, id) => setChosen((before) => ({ ...before, [field.name]: id }))} />
      )}
      <Note>{t('merge.others')}</Note>
    </Dialog>
  );
}
