import { useQuery } from '@tanstack/react-query';
import { failureOf } from '@/api/api-error';
import { useCatalogue } from '@/api/catalogue';
import { userRightsQuery } from '@/api/people';
import { useText } from '@/i18n/use-text';
import { Note } from '@/ui/note/note';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { FieldRights } from './field-rights';
import { RightsMatrix } from './rights-matrix';

/** What one person may do, all their permission sets together, as the server decides it. */
export function UserRightsPanel({ user }: { user: string }) {
  const t = useText();
  const catalogue = useCatalogue();
  const { data, error, isPending, refetch } = useQuery(userRightsQuery(user));
  if (isPending) return <SkeletonRows />;
  if (error) return <ErrorState title={t('setup.rights_failed')} {...failureOf(error)} onRetry={() => void refetch()} />;
  const shown = catalogue.objects.filter((each) => !each.administrative && !each.hidden && data.objects[each.name]).toSorted((one, other) => one.number - other.number);
  const beyond = [data.permissions.import && t('setup.may_import'), data.permissions.export && t('setup.may_export')].filter(Boolean).join(', ');
  return (
    <>
      <Note kind={data.administrator ? 'warning' : 'calm'}>
        {data.administrator ? t('setup.is_administrator', { name: data.user.name }) : t('setup.rights_from', { name: data.user.name, sets: data.permission_sets.map((set) => set.name).join(', ') || t('field.none') })} {beyond}
      </Note>
      <RightsMatrix
        label={t('setup.rights_of', { name: data.user.name })}
        rows={shown.flatMap((object) => {
          const values = data.objects[object.name];
          return values ? [{ object, values, own: true }] : [];
        })}
        fields={(object) => {
          const values = data.objects[object.name];
          return <FieldRights object={object} rightsOf={(field) => ({ read: values?.read === true && !values.hidden_fields.includes(field), update: values?.update === true && !values.locked_fields.includes(field) })} />;
        }}
      />
    </>
  );
}
