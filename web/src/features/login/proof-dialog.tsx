import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ApiError, reasonOf } from '@/api/api-error';
import { passkeyRequestOptions, passkeysQuery } from '@/api/passkeys';
import { proveByPasskey, proveByPassword } from '@/api/proof';
import { meQuery } from '@/api/session';
import { useText } from '@/i18n/use-text';
import { askForPasskey, wasLeft } from '@/lib/webauthn';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { FieldFrame } from '@/ui/input/field-frame';
import { Note } from '@/ui/note/note';
import { PasswordInput } from './password-input';

export interface ProofDialogProps {
  /** Called once: whether somebody has proved who they are. */
  onEnd: (proved: boolean) => void;
}

/** Asks for the password or a passkey before something that could give the workspace away. */
export function ProofDialog({ onEnd }: ProofDialogProps) {
  const t = useText();
  const id = useId();
  const { data: me } = useQuery(meQuery);
  const { data: passkeys } = useQuery(passkeysQuery);
  const [password, setPassword] = useState('');
  const usable = 'PublicKeyCredential' in window && passkeys?.some(({ address }) => address === window.location.hostname);
  const byPassword = useMutation({ mutationFn: () => proveByPassword(password), onSuccess: () => onEnd(true) });
  const byPasskey = useMutation({
    mutationFn: async () => proveByPasskey(await askForPasskey(await passkeyRequestOptions(), false, new AbortController().signal)),
    onMutate: () => byPassword.reset(),
    onSuccess: () => onEnd(true),
  });
  const wrong = byPassword.error ? ((byPassword.error instanceof ApiError && byPassword.error.messageFor('password')) || reasonOf(byPassword.error)) : undefined;
  return (
    <Dialog
      title={t('proof.title')}
      onClose={() => onEnd(false)}
      onSubmit={() => password !== '' && byPassword.mutate()}
      footer={
        <>
          {usable && (
            <Button icon="key" busy={byPasskey.isPending} onClick={() => byPasskey.mutate()}>
              {t('proof.passkey')}
            </Button>
          )}
          <Button onClick={() => onEnd(false)}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" busy={byPassword.isPending} disabled={password === ''}>
            {t('proof.confirm')}
          </Button>
        </>
      }
    >
      {byPasskey.error && !wasLeft(byPasskey.error) && <Note kind="danger">{reasonOf(byPasskey.error)}</Note>}
      <p>{t('proof.why')}</p>
      <input hidden readOnly name="username" autoComplete="username" value={me?.user.email ?? ''} />
      <FieldFrame id={id} label={t('login.password')} error={wrong}>
        <PasswordInput id={id} name="password" data-autofocus autoComplete="current-password" aria-describedby={wrong ? `${id}-error` : undefined} invalid={wrong !== undefined} value={password} onChange={(event) => setPassword(event.target.value)} />
      </FieldFrame>
    </Dialog>
  );
}
