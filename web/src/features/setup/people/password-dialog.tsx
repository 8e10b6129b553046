import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ApiError, reasonOf } from '@/api/api-error';
import { setPassword } from '@/api/people';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { FieldFrame } from '@/ui/input/field-frame';
import { TextInput } from '@/ui/input/text-input';
import { useToast } from '@/ui/toast/use-toast';
import { PersonPasskeys } from './person-passkeys';

export interface PasswordDialogProps {
  user: { id: string; name: string };
  onClose: () => void;
}

/** A password for somebody to begin with. It is shown while it is typed: it will be told to them. */
export function PasswordDialog({ user, onClose }: PasswordDialogProps) {
  const t = useText();
  const id = useId();
  const toast = useToast();
  const [password, change] = useState('');
  const save = useMutation({
    mutationFn: () => setPassword(user.id, password),
    onSuccess: () => {
      toast({ text: t('setup.password_set', { name: user.name }) });
      onClose();
    },
  });
  const error = save.error instanceof ApiError ? (save.error.messageFor('password') ?? reasonOf(save.error)) : save.error ? reasonOf(save.error) : undefined;
  return (
    <Dialog
      title={t('setup.password_of', { name: user.name })}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" busy={save.isPending} disabled={password === ''}>
            {t('setup.set_password')}
          </Button>
        </>
      }
    >
      <FieldFrame id={id} label={t('login.password')} required help={t('setup.password_help')} error={error}>
        <TextInput id={id} data-autofocus dir="ltr" autoComplete="new-password" aria-describedby={`${id}-${error ? 'error' : 'help'}`} invalid={error !== undefined} value={password} onChange={(event) => change(event.target.value)} />
      </FieldFrame>
      <PersonPasskeys user={user} />
    </Dialog>
  );
}
