import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useId, useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { allowed, useMe } from '@/api/catalogue';
import { useUndoOf } from '@/api/change-sets';
import { filesOf, filesShown } from '@/api/files';
import { deleteRecord, recordsKey } from '@/api/records';
import type { ObjectInfo, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { useToast } from '@/ui/toast/use-toast';
import record from '../record.module.css';
import { FileRow } from './file-row';
import type { Uploads } from './use-uploads';
import styles from './files.module.css';

const FilePreview = lazy(async () => ({ default: (await import('./file-preview')).FilePreview }));
const RenameDialog = lazy(async () => ({ default: (await import('./rename-dialog')).RenameDialog }));

export interface FilePanelProps {
  /** The object of files. */
  object: ObjectInfo;
  /** Id of the record they belong to. */
  parent: string;
  uploads: Uploads;
}

/** The files of a record: looked at, taken home, renamed, thrown away, and added. */
export function FilePanel({ object, parent, uploads }: FilePanelProps) {
  const t = useText();
  const me = useMe();
  const toast = useToast();
  const undoOf = useUndoOf();
  const queries = useQueryClient();
  const input = useId();
  const { data, error, isPending, refetch } = useQuery(filesOf(parent));
  const [shown, setShown] = useState<{ what: 'preview' | 'rename'; file: RecordData } | null>(null);
  const close = () => setShown(null);

  async function remove(file: RecordData) {
    const name = String(file.name);
    try {
      const { changeSet } = await deleteRecord('file', file.id);
      toast({ text: t('record.deleted', { name }), undo: undoOf(changeSet) });
    } catch (thrown) {
      toast({ text: t('record.not_deleted', { name, reason: reasonOf(thrown) }), failed: true });
    }
    void queries.invalidateQueries({ queryKey: recordsKey('file') });
  }
  return (
    <section className={record.related} aria-label={object.plural_label}>
      <header>
        <h2>{object.plural_label}</h2>
        {data && <span>{data.length}</span>}
        {allowed(me, 'file', 'create') && (
          <label htmlFor={input} className={styles.add}>
            {t('files.add')}
            <input
              id={input}
              type="file"
              multiple
              onChange={(event) => {
                uploads.add(event.target.files ?? []);
                // The same file can be chosen again.
                event.target.value = '';
              }}
            />
          </label>
        )}
      </header>
      {isPending && <div className={record.relatedSkeleton} />}
      {error && (
        <p role="alert" className={styles.failed}>
          {reasonOf(error)}{' '}
          <Button small icon="refresh" onClick={() => void refetch()}>
            {t('common.try_again')}
          </Button>
        </p>
      )}
      {data?.length === 0 && <p className={styles.hint}>{t('files.empty')}</p>}
      {data?.map((file) => <FileRow key={file.id} file={file} onPreview={() => setShown({ what: 'preview', file })} onRename={() => setShown({ what: 'rename', file })} onRemove={() => void remove(file)} />)}
      {data?.length === filesShown && (
        <Link to="/o/$object" params={{ object: 'file' }} search={{ filter: { field: 'record_id', op: '=', value: parent } }} className={record.all}>
          {t('files.all')}
        </Link>
      )}
      <Suspense>
        {shown?.what === 'preview' && <FilePreview file={shown.file} onClose={close} />}
        {shown?.what === 'rename' && <RenameDialog object={object} file={shown.file} onClose={close} />}
      </Suspense>
    </section>
  );
}
