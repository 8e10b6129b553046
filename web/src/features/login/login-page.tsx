import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useId, useState } from 'react';
import { reasonOf, ApiError } from '@/api/api-error';
import { logIn } from '@/api/session';
import { locales, nearestLocale, offeredLocales } from '@/i18n/locales';
import { useText } from '@/i18n/use-text';
import { changePreferences, usePreferences } from '@/lib/preferences';
import { Button } from '@/ui/button/button';
import { IconButton } from '@/ui/button/icon-button';
import { FieldFrame } from '@/ui/input/field-frame';
import { TextInput } from '@/ui/input/text-input';
import { Mark } from '@/ui/mark/mark';
import { Menu } from '@/ui/menu/menu';
import { Note } from '@/ui/note/note';
import { LoginArt } from './login-art';
import styles from './login.module.css';

export function LoginPage() {
  const t = useText();
  const id = useId();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { from, expired } = useSearch({ from: '/login' });
  const { language } = usePreferences();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
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
    <div className={styles.page}>
      <main className={styles.side}>
        <header className={styles.head}>
          <Mark size={26} />
          <span>Rapport</span>
          <Menu
            target={
              <Button kind="quiet" small icon="language">
                {locales[nearestLocale([language, ...navigator.languages])].name}
              </Button>
            }
            sections={[{ items: offeredLocales.map((locale) => ({ id: locale, label: locales[locale].name, run: () => changePreferences({ language: locale }) })) }]}
          />
        </header>
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
            <span className={styles.password}>
              <TextInput id={`${id}-password`} type={shown ? 'text' : 'password'} name="password" autoComplete="current-password" dir="ltr" value={password} onChange={(event) => setPassword(event.target.value)} />
              <IconButton icon={shown ? 'eye-off' : 'eye'} small label={t(shown ? 'login.hide_password' : 'login.show_password')} onClick={() => setShown(!shown)} />
            </span>
          </FieldFrame>
          <Button kind="primary" type="submit" busy={busy}>
            {t('login.submit')}
          </Button>
          <p className={styles.help}>{t('login.new_here')}</p>
        </form>
      </main>
      <LoginArt />
    </div>
  );
}
