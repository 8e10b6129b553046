import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useId, useState } from 'react';
import { reasonOf, ApiError } from '@/api/api-error';
import { logIn } from '@/api/session';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { FieldFrame } from '@/ui/input/field-frame';
import { TextInput } from '@/ui/input/text-input';
import { Note } from '@/ui/note/note';
import { LoginLayout } from './login-layout';
import { PasswordInput } from './password-input';
import styles from './login.module.css';

export function LoginPage() {
  const t = useText();
  const id = useId();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { from, expired } = useSearch({ from: '/login' });
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    document.title = `${t('login.title')} · Rapport`;
  }, [t]);

  async function submit() {
    if (!email.trim() || !password) return setProblem(t('login.both_needed'));
    setBusy(true);
    try {
      await logIn(email.trim(), password);
      queries.clear();
      await navigate({ to: from ?? '/', replace: true });
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
          <TextInput id={`${id}-email`} type="email" name="email" autoComplete="username" autoFocus dir="ltr" value={email} onChange={(event) => setEmail(event.target.value)} />
        </FieldFrame>
        <FieldFrame id={`${id}-password`} label={t('login.password')}>
          <PasswordInput id={`${id}-password`} name="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />
        </FieldFrame>
        <Button kind="primary" type="submit" busy={busy}>
          {t('login.submit')}
        </Button>
        <p className={styles.help}>{t('login.new_here')}</p>
      </form>
    </LoginLayout>
  );
}
