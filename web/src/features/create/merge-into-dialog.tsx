import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf, reasonOf } from '@/api/api-error';
import { useCatalogue } from '@/api/catalogue';
import { useUndoOf } from '@/api/change-sets';
import { fieldsOfPage, nameOf } from '@/api/columns';
import { recordQuery, recordsKey } from '@/api/records';
import { saveOnTop } from '@/api/save-record';
import type { Field, Json, ObjectInfo, RecordData } from '@/api/types';
import { isEditable } from '@/fields/field-kits';
import { isNothing } from '@/fields/field-value';
import { MergeTable } from '@/fields/merge-table';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { Note } from '@/ui/note/note';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { useToast } from '@/ui/toast/use-toast';

export interface MergeIntoDialogProps {
  object: ObjectInfo;
  /** The record that is there. */
  id: string;
  /** What was typed into the form of a new one. */
  typed: Record<string, Json>;
  onMerged: () => void;
  onClose: () => void;
}

/** What was typed beside what is there: what is empty is filled in, and where they differ one chooses. No second record is made. */
export function MergeIntoDialog({ object, id, typed, onMerged, onClose }: MergeIntoDialogProps) {
  const t = useText();
  const toast = useToast();
  const undoOf = useUndoOf();
  const queries = useQueryClient();
  const catalogue = useCatalogue();
  const { data: record, error, refetch } = useQuery(recordQuery(object.name, id, ['id', 'version', ...fieldsOfPage(object, catalogue)]));
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const draft: RecordData = { ...typed, id: 'typed' };
  const differing = record ? object.fields.filter((field) => isEditable(field) && !field.component_of && !isNothing(draft[field.name]) && JSON.stringify(draft[field.name]) !== JSON.stringify(record[field.name])) : [];
  const sourceOf = (field: Field) => chosen[field.name] ?? (isNothing(record?.[field.name]) ? draft.id : id);
  const merge = useMutation({
    mutationFn: (into: RecordData) => saveOnTop(object.name, into, Object.fromEntries(differing.filter((field) => sourceOf(field) === draft.id).map((field) => [field.name, draft[field.name] ?? null]))),
    onSuccess: ({ changeSet }, into) => {
      onMerged();
      toast({ text: t('merge.done', { name: nameOf(into, object) }), undo: undoOf(changeSet) });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: recordsKey(object.name) }),
  });
  return (
    <Dialog
      title={t('merge.into', { name: record ? nameOf(record, object) : '…' })}
      wide
      onClose={onClose}
      onSubmit={() => record && merge.mutate(record)}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" icon="arrow-merge" busy={merge.isPending} disabled={!record}>
            {t('merge.menu')}
          </Button>
        </>
      }
    >
      {error && <ErrorState title={t('merge.failed')} {...failureOf(error)} onRetry={() => void refetch()} />}
      {merge.error && <Note kind="danger">{reasonOf(merge.error)}</Note>}
      {!record && !error && <SkeletonRows rows={6} />}
      {record && differing.length === 0 && <Note>{t('merge.nothing_new')}</Note>}
      {record && differing.length > 0 && (
        <MergeTable object={object} records={[record, draft]} fields={differing} survivor={id} sourceOf={sourceOf} onChoose={(field, source) => setChosen((before) => ({ ...before, [field.name]: source }))} />
      )}
    </Dialog>
  );
}
