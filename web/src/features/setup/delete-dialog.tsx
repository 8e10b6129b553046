import { useQuery } from '@tanstack/react-query';
import { reasonOf } from '@/api/api-error';
import { usageQuery } from '@/api/metadata';
import type { Field, ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { Note } from '@/ui/note/note';
import { useTold } from './use-told';
import styles from './setup.module.css';

export interface DeleteDialogProps {
  /** What goes: the object, or one field of it. */
  object: ObjectInfo;
  field?: Field;
  title: string;
  /** What goes with it. */
  text: string;
  busy: boolean;
  onDelete: () => void;
  onClose: () => void;
}

/** Says where something is used before it goes. */
export function DeleteDialog({ object, field, title, text, busy, onDelete, onClose }: DeleteDialogProps) {
  const t = useText();
  const told = useTold();
  const { data, error } = useQuery(usageQuery(object.name, field?.name));
  const uses = data?.used_by ?? [];
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={onDelete}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="danger" type="submit" busy={busy} disabled={!data}>
            {t(uses.length > 0 ? 'setup.delete_anyway' : 'common.delete')}
          </Button>
        </>
      }
    >
      {error && <Note kind="danger">{reasonOf(error)}</Note>}
      <p>{text}</p>
      {uses.length > 0 && <Note kind="warning">{t('setup.used_in', { count: uses.length })}</Note>}
      {uses.length > 0 && (
        <ul className={styles.uses}>
          {uses.map((use) => (
            <li key={`${use.kind}/${use.object}/${use.name}`}>{told(use)}</li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
