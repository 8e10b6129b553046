import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf, reasonOf } from '@/api/api-error';
import { useCatalogue } from '@/api/catalogue';
import { nameOf } from '@/api/columns';
import { recordsKey, restoreRecord } from '@/api/records';
import { trashQuery } from '@/api/trash';
import type { ObjectInfo, RecordData } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';
import { EmptyState } from '@/ui/state/empty-state';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { useToast } from '@/ui/toast/use-toast';
import { SetupBar } from '../setup-bar';
import { SetupTable } from '../setup-table';
import styles from '../setup.module.css';

/** What was deleted and can still be taken back, object by object. */
export function TrashPage() {
  const t = useText();
  const objects = useCatalogue().objects.filter((object) => !object.hidden).toSorted((one, other) => one.number - other.number);
  const [name, setName] = useState('account');
  const object = objects.find((each) => each.name === name) ?? objects[0];
  return (
    <>
      <SetupBar title={t('setup.trash')} />
      <div className={styles.page}>
        <div className={styles.find}>
          <FieldFrame id="trash-object" label={t('setup.object')}>
            <Select id="trash-object" value={object?.name ?? ''} options={objects.map((each) => ({ value: each.name, label: each.plural_label }))} onChange={(event) => setName(event.target.value)} />
          </FieldFrame>
        </div>
        {object && <Deleted key={object.name} object={object} />}
      </div>
    </>
  );
}

function Deleted({ object }: { object: ObjectInfo }) {
  const t = useText();
  const toast = useToast();
  const formats = useFormats();
  const queries = useQueryClient();
  const { data, error, isPending, refetch } = useQuery(trashQuery(object));
  const restore = useMutation({
    mutationFn: (record: RecordData) => restoreRecord(object.name, record.id),
    onSuccess: (_, record) => toast({ text: t('setup.restored', { name: nameOf(record, object) }) }),
    onError: (thrown) => toast({ text: reasonOf(thrown), failed: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: recordsKey(object.name) }),
  });
  if (isPending) return <SkeletonRows />;
  if (error) return <ErrorState title={t('setup.trash_failed')} {...failureOf(error)} onRetry={() => void refetch()} />;
  if (data.records.length === 0) return <EmptyState title={t('setup.trash_empty', { objects: object.plural_label })} text={t('setup.trash_empty_text')} />;
  return (
    <SetupTable label={t('setup.trash')} heads={[object.label, t('setup.deleted')]}>
      {data.records.map((record) => (
        <tr key={record.id}>
          <th scope="row">
            <bdi>{nameOf(record, object)}</bdi>
          </th>
          <td>{typeof record.deleted_at === 'string' && formats.ago(record.deleted_at)}</td>
          <td className={styles.end}>
            <Button small icon="arrow-back-up" busy={restore.isPending && restore.variables.id === record.id} aria-label={t('setup.restore_name', { name: nameOf(record, object) })} onClick={() => restore.mutate(record)}>
              {t('setup.restore')}
            </Button>
          </td>
        </tr>
      ))}
    </SetupTable>
  );
}
