import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { useMe } from '@/api/catalogue';
import { createRecord, recordsKey, shortListQuery, updateRecord } from '@/api/records';
import { meQuery } from '@/api/session';
import { soqlQuery } from '@/api/soql';
import { type Locale, locales, nearestLocale, offeredLocales } from '@/i18n/locales';
import { useText } from '@/i18n/use-text';
import { changePreferences, usePreferences } from '@/lib/preferences';
import { Form } from '@/ui/form/form';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';
import { TextInput } from '@/ui/input/text-input';
import { useToast } from '@/ui/toast/use-toast';
import styles from './start.module.css';

const currencies = Intl.supportedValuesOf('currency');

/** What holds for the whole company, filled in with what the browser knows. */
export function CompanyForm() {
  const t = useText();
  const id = useId();
  const me = useMe();
  const toast = useToast();
  const queries = useQueryClient();
  const { language } = usePreferences();
  const current = nearestLocale([language, ...navigator.languages]);
  const fresh = me.organization.name === 'My company';
  const [name, setName] = useState(fresh ? '' : me.organization.name);
  const [currency, setCurrency] = useState(me.organization.currency_code);
  const [zone, setZone] = useState(fresh ? Intl.DateTimeFormat().resolvedOptions().timeZone : (me.organization.time_zone ?? 'UTC'));
  const { data } = useQuery(shortListQuery({ object: 'organization', fields: ['id', 'version'], limit: 1 }));
  const names = new Intl.DisplayNames([locales[current].format], { type: 'currency' });
  const save = useMutation({
    mutationFn: async () => {
      const known = await queries.fetchQuery(soqlQuery('currency', `SELECT id FROM currency WHERE code = '${currency}'`));
      if (known.length === 0) await createRecord('currency', { code: currency, name: new Intl.DisplayNames(['en'], { type: 'currency' }).of(currency) ?? currency });
      const [organization] = data ?? [];
      if (organization) await updateRecord('organization', organization.id, { name: name.trim(), currency_code: currency, time_zone: zone, language: current });
    },
    onSuccess: async () => {
      await Promise.all([queries.invalidateQueries(meQuery), queries.invalidateQueries({ queryKey: recordsKey('organization') })]);
      toast({ text: t('start.saved') });
    },
  });
  return (
    <Form className={styles.form} error={save.error ? reasonOf(save.error) : undefined} submit={t('common.save')} busy={save.isPending} disabled={!name.trim() || !data} onSubmit={() => save.mutate()}>
      <FieldFrame id={`${id}-name`} label={t('start.company_name')} required>
        <TextInput id={`${id}-name`} autoComplete="organization" value={name} onChange={(event) => setName(event.target.value)} />
      </FieldFrame>
      <FieldFrame id={`${id}-currency`} label={t('start.currency')} required>
        <Select id={`${id}-currency`} value={currency} options={currencies.map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }))} onChange={(event) => setCurrency(event.target.value)} />
      </FieldFrame>
      <FieldFrame id={`${id}-language`} label={t('frame.language')}>
        <Select id={`${id}-language`} value={current} options={offeredLocales.map((locale: Locale) => ({ value: locale, label: locales[locale].name }))} onChange={(event) => changePreferences({ language: event.target.value })} />
      </FieldFrame>
      <FieldFrame id={`${id}-zone`} label={t('start.time_zone')}>
        <Select id={`${id}-zone`} value={zone} options={[...new Set([zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].map((each) => ({ value: each, label: each.replaceAll('_', ' ') }))} onChange={(event) => setZone(event.target.value)} />
      </FieldFrame>
    </Form>
  );
}
