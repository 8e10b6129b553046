import { useMutation, useQueryClient } from '@tanstack/react-query';
import { reasonOf } from '@/api/api-error';
import { type Passkey, removePasskey } from '@/api/passkeys';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { Note } from '@/ui/note/note';
import { useToast } from '@/ui/toast/use-toast';

export interface RemovePasskeyDialogProps {
  passkey: Passkey;
  onClose: () => void;
}

/** Asks before: only the authenticator could make the same passkey again. */
export function RemovePasskeyDialog({ passkey: { id, name }, onClose }: RemovePasskeyDialogProps) {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removePasskey(id),
    onSuccess: () => {
      toast({ text: t('passkeys.removed', { name }) });
      void queries.invalidateQueries({ queryKey: ['passkeys'] });
      void queries.invalidateQueries({ queryKey: ['account-events'] });
      onClose();
    },
  });
  return (
    <Dialog
      title={t('passkeys.remove', { name })}
      onClose={onClose}
      onSubmit={() => remove.mutate()}
      footer={
        <>
          <Button data-autofocus onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button kind="danger" type="submit" busy={remove.isPending}>
            {t('common.remove')}
          </Button>
        </>
      }
    >
      {remove.error && <Note kind="danger">{reasonOf(remove.error)}</Note>}
      <p>{t('passkeys.remove_text')}</p>
    </Dialog>
  );
}
