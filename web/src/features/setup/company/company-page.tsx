import { useQuery, useQueryClient } from '@tanstack/react-query';
import { reasonOf } from '@/api/api-error';
import { fieldOf, useCatalogue } from '@/api/catalogue';
import { shortListQuery } from '@/api/records';
import { useSaveRecord } from '@/api/save-record';
import { meQuery } from '@/api/session';
import type { Field } from '@/api/types';
import { InPlaceField } from '@/fields/in-place-field';
import { useLabel } from '@/i18n/labels';
import { useText } from '@/i18n/use-text';
import { Panel } from '@/ui/panel/panel';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { SetupBar } from '../setup-bar';
import styles from '../setup.module.css';

/** The company itself: name, money, time, language. Every value is edited in place. */
export function CompanyPage() {
  const t = useText();
  const label = useLabel();
  const queries = useQueryClient();
  const organization = useCatalogue().find('organization');
  const save = useSaveRecord('organization');
  const sections = organization?.layouts.detail?.sections ?? [];
  const fields = organization?.fields.filter((field) => !field.component_of).map((field) => field.name) ?? ['id'];
  const { data, error, isPending, refetch } = useQuery(shortListQuery({ object: 'organization', fields, limit: 1 }));
  const record = data?.[0];
  return (
    <>
      <SetupBar title={t('setup.company')} />
      <div className={styles.page}>
        {isPending && <SkeletonRows />}
        {error && <ErrorState title={t('record.failed')} reason={reasonOf(error)} onRetry={() => void refetch()} />}
        {organization &&
          record &&
          sections.map((section) => (
            <Panel key={section.label} title={label(section.label)}>
              <dl className={styles.values}>
                {section.fields
                  .map((name) => fieldOf(organization, name))
                  .filter((field): field is Field => field !== undefined && field.type !== 'file')
                  .map((field) => (
                    <InPlaceField
                      key={field.name}
                      field={field}
                      record={record}
                      onSave={async (...change) => {
                        const saved = await save(...change);
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
