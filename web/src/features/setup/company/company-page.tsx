import { useQuery, useQueryClient } from '@tanstack/react-query';
import { failureOf } from '@/api/api-error';
import { fieldOf, useCatalogue, useMe } from '@/api/catalogue';
import { shortListQuery } from '@/api/records';
import { useSaveRecord } from '@/api/save-record';
import { isShown } from '@/api/section-conditions';
import { meQuery } from '@/api/session';
import type { Field } from '@/api/types';
import { InPlaceField } from '@/fields/in-place-field';
import { useLabel } from '@/i18n/labels';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { Panel } from '@/ui/panel/panel';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { SetupBar } from '../setup-bar';
import styles from '../setup.module.css';
import { chosenField } from './chosen-fields';

/** The one figure among what is chosen by its name. */
const monthField = 'fiscal_year_start_month';

/** The company itself: name, money, time, language. Every value is edited in place. */
export function CompanyPage() {
  const t = useText();
  const me = useMe();
  const label = useLabel();
  const queries = useQueryClient();
  const { locale } = useFormats();
  const { data: regions = [] } = useQuery({ queryKey: ['phone-regions'], queryFn: async () => (await import('libphonenumber-js/min')).getCountries(), staleTime: Infinity });
  const organization = useCatalogue().find('organization');
  const save = useSaveRecord('organization');
  const fields = organization?.fields.filter((field) => !field.component_of).map((field) => field.name) ?? ['id'];
  const { data, error, isPending, refetch } = useQuery(shortListQuery({ object: 'organization', fields, limit: 1 }));
  const record = data?.[0];
  const sections = organization?.layouts.detail?.sections.filter((section) => isShown(section, organization, record ?? { id: '' }, me.user.id)) ?? [];
  return (
    <>
      <SetupBar title={t('setup.company')} />
      <div className={styles.page}>
        {isPending && <SkeletonRows />}
        {error && <ErrorState title={t('record.failed')} {...failureOf(error)} onRetry={() => void refetch()} />}
        {organization &&
          record &&
          sections.map((section) => (
            <Panel key={section.label} title={label(section)}>
              <dl className={styles.values}>
                {section.fields
                  .map((name) => fieldOf(organization, name))
                  .filter((field): field is Field => field !== undefined && field.type !== 'file')
                  .map((field) => (
                    <InPlaceField
                      key={field.name}
                      field={chosenField(field, record[field.name], locale, regions)}
                      record={typeof record[field.name] === 'number' && field.name === monthField ? { ...record, [field.name]: String(record[field.name]) } : record}
                      onSave={async (before, changes, also) => {
                        const month = changes[monthField];
                        const saved = await save(before, month === undefined ? changes : { [monthField]: month && Number(month) }, also);
                        void queries.invalidateQueries(meQuery);
                        return saved;
                      }}
                    />
                  ))}
              </dl>
            </Panel>
          ))}
      </div>
    </>
  );
}
