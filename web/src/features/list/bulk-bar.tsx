import { lazy, Suspense, useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { request } from '@/api/client';
import { allowed, fieldOf, useMe } from '@/api/catalogue';
import type { ListRequest } from '@/api/list-request';
import type { ObjectInfo, RecordPage } from '@/api/types';
import { isEditable } from '@/fields/field-kits';
import { RecordFormDialog } from '@/fields/record-form-dialog';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { IconButton } from '@/ui/button/icon-button';
import { Menu } from '@/ui/menu/menu';
import { useToast } from '@/ui/toast/use-toast';
import { BulkDeleteDialog } from './bulk-delete-dialog';
import { BulkEditDialog } from './bulk-edit-dialog';
import { useBulk } from './use-bulk';
import { useExport } from './use-export';
import styles from './list.module.css';

const MergeDialog = lazy(async () => ({ default: (await import('@/fields/merge-dialog')).MergeDialog }));

export interface BulkBarProps {
  object: ObjectInfo;
  list: ListRequest;
  /** How many records the list finds. */
  total: number | undefined;
  /** The columns that are shown: what is exported has them. */
  paths: string[];
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
export function BulkBar({ object, list, total, paths, selected, onSelect, onClear }: BulkBarProps) {
  const t = useText();
  const me = useMe();
  const { busy, remove, change } = useBulk(object);
  const toast = useToast();
  const [gathering, setGathering] = useState(false);
  const [dialog, setDialog] = useState<'assign' | 'edit' | 'merge' | 'tag' | 'delete' | null>(null);
  const owner = fieldOf(object, 'owner_id');
  const tags = object.fields.find((field) => field.type === 'tags' && isEditable(field));
  const ids = [...selected];
  const exports = useExport({ ...list, fields: paths, filter: { field: 'id', op: 'in', value: ids } });
  /** What was refused stays selected: one looks at it, and tries again. */
  const keepRefused = (refused: string[]) => refused.length > 0 && onSelect(new Set(refused));
  const mayUpdate = allowed(me, object.name, 'update');

  function removeAll() {
    onClear();
    void remove(ids).then(keepRefused);
  }

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
      {mayUpdate && tags && (
        <Button small icon="tag" disabled={busy} onClick={() => setDialog('tag')}>
          {t('tags.bulk')}
        </Button>
      )}
      {mayUpdate && allowed(me, object.name, 'delete') && (ids.length === 2 || ids.length === 3) && (
        <Button small icon="arrow-merge" disabled={busy} onClick={() => setDialog('merge')}>
          {t('merge.menu')}
        </Button>
      )}
      {exports.length > 0 && (
        <Menu
          target={
            <Button small icon="upload" disabled={busy}>
              {t('list.export')}
            </Button>
          }
          sections={() => [{ items: exports }]}
        />
      )}
      {allowed(me, object.name, 'delete') && (
        <Button small icon="trash" busy={busy} onClick={() => (ids.length > 1 ? setDialog('delete') : removeAll())}>
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
            keepRefused(await change(ids, changes));
            setDialog(null);
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'delete' && <BulkDeleteDialog object={object} ids={ids} onDelete={removeAll} onClose={() => setDialog(null)} />}
      {dialog === 'tag' && tags && (
        <RecordFormDialog
          title={t('tags.bulk_title', { count: selected.size })}
          fields={[
            { ...tags, name: 'add', label: t('tags.add') },
            { ...tags, name: 'remove', label: t('tags.take_off') },
          ]}
          initial={{ id: '' }}
          submit={t('list.edit_submit', { count: selected.size })}
          onSubmit={async ({ add = null, remove = null }) => {
            if (add || remove) keepRefused(await change(ids, { [tags.name]: { add, remove } }));
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
          fields={object.fields.filter((field) => isEditable(field) && !field.system && field !== tags)}
          count={selected.size}
          onSubmit={async (changes) => {
            keepRefused(await change(ids, changes));
            setDialog(null);
          }}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}
