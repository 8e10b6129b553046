import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { Note } from '@/ui/note/note';
import styles from './setup.module.css';

export interface DeleteDialogProps {
  title: string;
  /** What goes with it. */
  text: string;
  /** Where it is used, one sentence each. */
  uses: string[];
  busy: boolean;
  onDelete: () => void;
  onClose: () => void;
}

/** Says where something is used before it goes. */
export function DeleteDialog({ title, text, uses, busy, onDelete, onClose }: DeleteDialogProps) {
  const t = useText();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={onDelete}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="danger" type="submit" busy={busy}>
            {t(uses.length > 0 ? 'setup.delete_anyway' : 'common.delete')}
          </Button>
        </>
      }
    >
      <p>{text}</p>
      {uses.length > 0 && <Note kind="warning">{t('setup.used_in', { count: uses.length })}</Note>}
      {uses.length > 0 && (
        <ul className={styles.uses}>
          {uses.map((use) => (
            <li key={use}>{use}</li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
