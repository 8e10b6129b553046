import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, reasonOf } from '@/api/api-error';
import { useMe } from '@/api/catalogue';
import { createRecord, recordsKey, shortListQuery, updateRecord } from '@/api/records';
import { meQuery } from '@/api/session';
import { soqlQuery } from '@/api/soql';
import { type Company, CompanyFields, useShownLocale } from '@/fields/company-fields';
import { useText } from '@/i18n/use-text';
import { Form } from '@/ui/form/form';
import { useToast } from '@/ui/toast/use-toast';
import styles from './start.module.css';

/** What holds for the whole company, filled in with what the browser knows. */
export function CompanyForm() {
  const t = useText();
  const me = useMe();
  const toast = useToast();
  const queries = useQueryClient();
  const language = useShownLocale();
  const fresh = me.organization.name === 'My company';
  const [company, setCompany] = useState<Company>({
    name: fresh ? '' : me.organization.name,
    currency: me.organization.currency_code,
    zone: fresh ? Intl.DateTimeFormat().resolvedOptions().timeZone : (me.organization.time_zone ?? 'UTC'),
  });
  const { data } = useQuery(shortListQuery({ object: 'organization', fields: ['id', 'version'], limit: 1 }));
  const save = useMutation({
    mutationFn: async ({ name, currency, zone }: Company) => {
      const known = await queries.fetchQuery(soqlQuery('currency', `SELECT id FROM currency WHERE code = '${currency}'`));
      if (known.length === 0) await createRecord('currency', { code: currency, name: new Intl.DisplayNames(['en'], { type: 'currency' }).of(currency) ?? currency });
      const [organization] = data ?? [];
      if (organization) await updateRecord('organization', organization.id, { name: name.trim(), currency_code: currency, time_zone: zone, language });
    },
    onSuccess: async () => {
      await Promise.all([queries.invalidateQueries(meQuery), queries.invalidateQueries({ queryKey: recordsKey('organization') })]);
      toast({ text: t('start.saved') });
    },
  });
  return (
    <Form className={styles.form} error={save.error ? reasonOf(save.error) : undefined} submit={t('common.save')} busy={save.isPending} disabled={!company.name.trim() || !data} onSubmit={() => save.mutate(company)}>
      <CompanyFields company={company} onChange={setCompany} error={save.error instanceof ApiError ? save.error : null} />
    </Form>
  );
}
