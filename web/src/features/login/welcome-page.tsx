import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useState } from 'react';
import { ApiError, reasonOf } from '@/api/api-error';
import { setUp } from '@/api/first-start';
import { addSamples } from '@/api/samples';
import { type Company, CompanyFields, useShownLocale } from '@/fields/company-fields';
import { locales } from '@/i18n/locales';
import { useText } from '@/i18n/use-text';
import { dayOf } from '@/lib/zone';
import { classNames } from '@/lib/class-names';
import { Form } from '@/ui/form/form';
import { Checkbox } from '@/ui/input/checkbox';
import { FieldFrame } from '@/ui/input/field-frame';
import { TextInput } from '@/ui/input/text-input';
import { LoginLayout } from './login-layout';
import { PasswordInput } from './password-input';
import styles from './login.module.css';

/** Where the server's refusals are shown beside what was typed. */
const boxes = new Set(['setup_code', 'first_name', 'last_name', 'email', 'password', 'organization', 'name', 'currency_code', 'time_zone']);

type Person = { setup_code: string; first_name: string; last_name: string; email: string; password: string };

/** A new workspace: its first administrator, what holds for the company, and whether it begins with sample data. */
export function WelcomePage() {
  const t = useText();
  const id = useId();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const locale = useShownLocale();
  const [person, setPerson] = useState<Person>({ setup_code: '', first_name: '', last_name: '', email: '', password: '' });
  const [company, setCompany] = useState<Company>({ name: '', currency: 'EUR', zone: Intl.DateTimeFormat().resolvedOptions().timeZone });
  const [samples, setSamples] = useState(true);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const refused = error instanceof ApiError ? error : null;
  const shown = refused?.problem.problems?.length && refused.problem.problems.every((problem) => boxes.has(problem.field ?? ''));
  useEffect(() => {
    document.title = `${t('first.title')} · Rapport`;
  }, [t]);

  async function submit() {
    setBusy(true);
    try {
      await setUp({ ...person, organization: company.name, currency_code: company.currency, time_zone: company.zone, language: locale, locale: locales[locale].format });
    } catch (thrown) {
      setError(thrown);
      return setBusy(false);
    }
    queries.clear();
    // What could not be added can be added again on the page that follows.
    const added = samples && (await addSamples(queries, dayOf(new Date(), company.zone), company.currency).then(() => true, () => false));
    if (added) await navigate({ to: '/o/$object/board', params: { object: 'opportunity' }, replace: true });
    else await navigate({ to: '/start', replace: true });
  }
  const box = (name: keyof Person, label: string, more: { required?: boolean; help?: string; type?: string; autoComplete?: string; autoFocus?: boolean; dir?: string } = {}) => {
    const { required, help, ...rest } = more;
    const input = { ...rest, id: `${id}-${name}`, name, value: person[name], onChange: (event: { target: { value: string } }) => setPerson({ ...person, [name]: event.target.value }) };
    return (
      <FieldFrame id={input.id} label={label} required={required} help={help} error={refused?.messageFor(name)}>
        {name === 'password' ? <PasswordInput {...input} /> : <TextInput {...input} />}
      </FieldFrame>
    );
  };
  const complete = person.setup_code.trim() && person.last_name.trim() && person.email.trim() && person.password && company.name.trim();
  return (
    <LoginLayout>
      <Form
        className={classNames(styles.form, styles.wide)}
        error={error && !shown ? reasonOf(error) : undefined}
        submit={t('first.submit')}
        busy={busy}
        disabled={!complete}
        onSubmit={() => void submit()}
      >
        <div>
          <h1>{t('first.title')}</h1>
          <p className={styles.host}>{t('first.lead')}</p>
        </div>
        <div className={styles.code}>{box('setup_code', t('first.code'), { required: true, help: t('first.code_help'), autoComplete: 'off', autoFocus: true, dir: 'ltr' })}</div>
        <div className={styles.pair}>
          {box('first_name', t('first.first_name'), { autoComplete: 'given-name' })}
          {box('last_name', t('first.last_name'), { required: true, autoComplete: 'family-name' })}
          {box('email', t('login.email'), { required: true, type: 'email', autoComplete: 'username', dir: 'ltr' })}
          {box('password', t('login.password'), { required: true, help: t('first.password_help'), autoComplete: 'new-password' })}
          <CompanyFields company={company} onChange={setCompany} error={refused} />
        </div>
        <Checkbox checked={samples} onChange={(event) => setSamples(event.target.checked)}>
          {t('first.samples')}
        </Checkbox>
      </Form>
    </LoginLayout>
  );
}
