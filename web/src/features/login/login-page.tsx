import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useId, useState } from 'react';
import { reasonOf, ApiError } from '@/api/api-error';
import { firstStartQuery } from '@/api/first-start';
import { logIn } from '@/api/session';
import { useText } from '@/i18n/use-text';
import { late } from '@/lib/late';
import { Button } from '@/ui/button/button';
import { FieldFrame } from '@/ui/input/field-frame';
import { TextInput } from '@/ui/input/text-input';
import { Note } from '@/ui/note/note';
import { LoginLayout } from './login-layout';
import { PasswordInput } from './password-input';
import styles from './login.module.css';

const PasskeyLogin = late(async () => (await import('./passkey-login')).PasskeyLogin);

export function LoginPage() {
  const t = useText();
  const id = useId();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { from, expired } = useSearch({ from: '/login' });
  const { data: first } = useQuery(firstStartQuery);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    document.title = `${t('login.title')} · Rapport`;
  }, [t]);

  async function enter() {
    queries.clear();
    await navigate({ to: from ?? '/', replace: true });
  }
  async function submit() {
    if (!email.trim() || !password) return setProblem(t('login.both_needed'));
    setBusy(true);
    try {
      await logIn(email.trim(), password);
      await enter();
    } catch (error) {
      setProblem(error instanceof ApiError && error.status === 401 ? t('login.refused') : reasonOf(error));
      setBusy(false);
    }
  }
  return (
    <LoginLayout>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div>
          <h1>{t('login.title')}</h1>
          <p className={styles.host}>{window.location.host}</p>
        </div>
        {expired && !problem && <Note kind="info">{t('login.expired')}</Note>}
        {problem && <Note kind="danger">{problem}</Note>}
        <FieldFrame id={`${id}-email`} label={t('login.email')}>
          <TextInput id={`${id}-email`} type="email" name="email" autoComplete="username webauthn" autoFocus dir="ltr" value={email} onChange={(event) => setEmail(event.target.value)} />
        </FieldFrame>
        <FieldFrame id={`${id}-password`} label={t('login.password')}>
          <PasswordInput id={`${id}-password`} name="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />
        </FieldFrame>
        <Button kind="primary" type="submit" busy={busy}>
          {t('login.submit')}
        </Button>
        {first?.passkeys === window.location.origin && 'PublicKeyCredential' in window && (
          <div className={styles.passkey}>
            <PasskeyLogin onDone={enter} onProblem={setProblem} />
          </div>
        )}
        <p className={styles.help}>{t('login.new_here')}</p>
      </form>
    </LoginLayout>
  );
}
