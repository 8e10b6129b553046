import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { reasonOf } from '@/api/api-error';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { Note } from '@/ui/note/note';
import { useReplaceTags } from './use-replace-tags';

export interface ReplaceTagsDialogProps {
  title: string;
  /** Ids of those that go. */
  tags: readonly string[];
  /** Its name takes their place; null takes them off. */
  by: string | null;
  /** What will happen, on how many records. */
  text: string;
  /** On the button. */
  submit: string;
  disabled?: boolean;
  /** What there is to choose. */
  children?: ReactNode;
  onDone: () => void;
  onClose: () => void;
}

/** Says what becomes of all records that have a tag before it is done. */
export function ReplaceTagsDialog({ title, tags, by, text, submit, disabled, children, onDone, onClose }: ReplaceTagsDialogProps) {
  const t = useText();
  const replace = useReplaceTags();
  const begin = useMutation({ mutationFn: () => replace(tags, by), onSuccess: onDone });
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={() => !disabled && begin.mutate()}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind={by === null ? 'danger' : 'primary'} type="submit" busy={begin.isPending} disabled={disabled}>
            {submit}
          </Button>
        </>
      }
    >
      {begin.error && <Note kind="danger">{reasonOf(begin.error)}</Note>}
      {children}
      <p>{text}</p>
      <Note>{t('tags.everywhere')}</Note>
    </Dialog>
  );
}
