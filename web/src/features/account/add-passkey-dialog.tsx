import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ApiError, reasonOf } from '@/api/api-error';
import { addPasskey, passkeyCreationOptions } from '@/api/passkeys';
import { useText } from '@/i18n/use-text';
import { createPasskey, wasLeft } from '@/lib/webauthn';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { FieldFrame } from '@/ui/input/field-frame';
import { TextInput } from '@/ui/input/text-input';
import { Note } from '@/ui/note/note';
import { useToast } from '@/ui/toast/use-toast';
import { useDeviceName } from './use-device-name';

/** Asks for the password, and has the browser make a passkey. */
export function AddPasskeyDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const id = useId();
  const toast = useToast();
  const queries = useQueryClient();
  const deviceName = useDeviceName();
  const [password, setPassword] = useState('');
  const add = useMutation({
    mutationFn: async () => addPasskey(await createPasskey(await passkeyCreationOptions(password)), deviceName(navigator.userAgent)),
    onSuccess: ({ name }) => {
      toast({ text: t('passkeys.added', { name }) });
      void queries.invalidateQueries({ queryKey: ['passkeys'] });
      void queries.invalidateQueries({ queryKey: ['account-events'] });
      onClose();
    },
  });
  const wrongPassword = add.error instanceof ApiError ? add.error.messageFor('password') : undefined;
  const known = add.error instanceof DOMException && add.error.name === 'InvalidStateError';
  const problem = !add.error || wrongPassword ? null : wasLeft(add.error) ? t('passkeys.left') : known ? t('passkeys.known') : reasonOf(add.error);
  return (
    <Dialog
      title={t('passkeys.add')}
      onClose={onClose}
      onSubmit={() => add.mutate()}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" busy={add.isPending} disabled={password === ''}>
            {t('passkeys.go_on')}
          </Button>
        </>
      }
    >
      {problem && <Note kind="danger">{problem}</Note>}
      <FieldFrame id={id} label={t('login.password')} required help={t('passkeys.password_help')} error={wrongPassword}>
        <TextInput id={id} type="password" name="password" data-autofocus dir="ltr" autoComplete="current-password" aria-describedby={`${id}-${wrongPassword ? 'error' : 'help'}`} invalid={wrongPassword !== undefined} value={password} onChange={(event) => setPassword(event.target.value)} />
      </FieldFrame>
    </Dialog>
  );
}
