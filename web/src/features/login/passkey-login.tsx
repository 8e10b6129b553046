import { useEffect, useEffectEvent, useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { logInWithPasskey, passkeyRequestOptions } from '@/api/passkeys';
import { useText } from '@/i18n/use-text';
import { askForPasskey, wasLeft } from '@/lib/webauthn';
import { Button } from '@/ui/button/button';

/** A question to the authenticator is good for five minutes. */
const lifetime = 4 * 60_000;

export interface PasskeyLoginProps {
  onDone: () => Promise<void>;
  onProblem: (reason: string) => void;
}

/** Logs in with a passkey: by its button, or chosen where the browser offers what it knows for the e-mail. */
export function PasskeyLogin({ onDone, onProblem }: PasskeyLoginProps) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [round, setRound] = useState({ pressed: false });
  const done = useEffectEvent(onDone);
  const fail = useEffectEvent(onProblem);

  // A browser asks one question at a time: each round ends the one before.
  useEffect(() => {
    const { pressed } = round;
    const stop = new AbortController();
    // What the page asks by itself fails silently: there is the button, and the password.
    let wanted = pressed;
    const ask = async () => {
      if (!pressed && !(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
      setBusy(pressed);
      try {
        const answer = await askForPasskey(await passkeyRequestOptions(), !pressed, stop.signal);
        wanted = true;
        setBusy(true);
        await logInWithPasskey(answer);
        await done();
      } catch (error) {
        if (stop.signal.aborted) return;
        setBusy(false);
        if (!wanted) return;
        if (!wasLeft(error)) fail(reasonOf(error));
        setRound({ pressed: false });
      }
    };
    void ask();
    const timer = pressed ? undefined : setTimeout(() => setRound({ pressed: false }), lifetime);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [round]);
  return (
    <Button icon="key" busy={busy} onClick={() => setRound({ pressed: true })}>
      {t('login.passkey')}
    </Button>
  );
}
