import { lazy, Suspense, useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { request } from '@/api/client';
import { allowed, fieldOf, useMe } from '@/api/catalogue';
import type { ListRequest } from '@/api/records';
import type { ObjectInfo, RecordPage } from '@/api/types';
import { isEditable } from '@/fields/field-kits';
import { RecordFormDialog } from '@/fields/record-form-dialog';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { IconButton } from '@/ui/button/icon-button';
import { useToast } from '@/ui/toast/use-toast';
import { BulkEditDialog } from './bulk-edit-dialog';
import { useBulk } from './use-bulk';
import styles from './list.module.css';

const MergeDialog = lazy(async () => ({ default: (await import('@/fields/merge-dialog')).MergeDialog }));

export interface BulkBarProps {
  object: ObjectInfo;
  list: ListRequest;
  /** How many records the list finds. */
  total: number | undefined;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  onClear: () => void;
}

const pageSize = 2000;

/** The ids of all records that a list finds, page by page. */
async function allIds(object: string, list: ListRequest): Promise<Set<string>> {
  const ids = new Set<string>();
  let cursor: string | undefined;
  do {
    const page: RecordPage = await request<RecordPage>(`/records/${object}`, { query: { fields: 'id', filter: list.filter ? JSON.stringify(list.filter) : undefined, sort: list.sort, limit: pageSize, cursor } });
    page.records.forEach((record) => ids.add(record.id));
    cursor = page.next ?? undefined;
  } while (cursor);
  return ids;
}

/** What can be done with the selected rows. */
export function BulkBar({ object, list, total, selected, onSelect, onClear }: BulkBarProps) {
  const t = useText();
  const me = useMe();
  const { busy, remove, change } = useBulk(object);
  const toast = useToast();
  const [gathering, setGathering] = useState(false);
  const [dialog, setDialog] = useState<'assign' | 'edit' | 'merge' | null>(null);
  const owner = fieldOf(object, 'owner_id');
  const ids = [...selected];
  const mayUpdate = allowed(me, object.name, 'update');

  async function selectAll() {
    setGathering(true);
    try {
      onSelect(await allIds(object.name, list));
    } catch (error) {
      toast({ text: reasonOf(error), failed: true });
    }
    setGathering(false);
  }
  return (
    <div className={styles.bulk} role="toolbar" aria-label={t('list.bulk')}>
      <span className={styles.bulkCount}>{t('list.selected', { count: selected.size })}</span>
      {total !== undefined && total > selected.size && (
        <Button small busy={gathering} onClick={() => void selectAll()}>
          {t('list.select_total', { count: total })}
        </Button>
      )}
      <i aria-hidden="true" />
      {mayUpdate && (
        <Button small icon="pencil" disabled={busy} onClick={() => setDialog('edit')}>
          {t('common.edit')}
        </Button>
      )}
      {mayUpdate && owner && (
        <Button small icon="user-circle" disabled={busy} onClick={() => setDialog('assign')}>
          {t('list.assign')}
        </Button>
      )}
      {mayUpdate && allowed(me, object.name, 'delete') && (ids.length === 2 || ids.length === 3) && (
        <Button small icon="arrow-merge" disabled={busy} onClick={() => setDialog('merge')}>
          {t('merge.menu')}
        </Button>
      )}
      {allowed(me, object.name, 'delete') && (
        <Button
          small
          icon="trash"
          busy={busy}
          onClick={() => {
            onClear();
            void remove(ids);
          }}
        >
          {t('common.delete')}
        </Button>
      )}
      <IconButton icon="x" label={t('list.clear_selection')} shortcut="Esc" small onClick={onClear} />
      {dialog === 'assign' && owner && (
        <RecordFormDialog
          title={t('list.assign_title', { count: selected.size })}
          fields={[owner]}
          initial={{ id: '' }}
          required={['owner_id']}
          submit={t('list.assign')}
          onSubmit={async (changes) => {
            await change(ids, changes);
            setDialog(null);
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'merge' && (
        <Suspense>
          <MergeDialog object={object} ids={ids} onMerged={onClear} onClose={() => setDialog(null)} />
        </Suspense>
      )}
      {dialog === 'edit' && (
        <BulkEditDialog
          fields={object.fields.filter((field) => isEditable(field) && !field.system)}
          count={selected.size}
          onSubmit={async (changes) => {
            await change(ids, changes);
            setDialog(null);
          }}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}
