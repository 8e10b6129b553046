import { useMutation, useQueryClient } from '@tanstack/react-query';
import { failureOf, reasonOf } from '@/api/api-error';
import { useCatalogue } from '@/api/catalogue';
import { metadataQuery, updateObject } from '@/api/metadata';
import type { ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Select } from '@/ui/input/select';
import { EmptyState } from '@/ui/state/empty-state';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { useToast } from '@/ui/toast/use-toast';
import { SetupTable } from '../setup-table';
import { useRoles } from '../use-roles';
import styles from '../setup.module.css';

/** With which list view the people of each role begin. */
export function RoleViewsTab({ object }: { object: ObjectInfo }) {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const { data: roles, error, refetch } = useRoles();
  const role = useCatalogue().find('role');
  const chosen = object.role_views ?? {};
  const save = useMutation({
    mutationFn: (role_views: Record<string, string>) => updateObject(object.name, { role_views }),
    onSuccess: async () => {
      await queries.invalidateQueries(metadataQuery);
      toast({ text: t('setup.object_saved', { object: object.label }) });
    },
    onError: (error) => toast({ text: reasonOf(error), failed: true }),
  });
  function choose(id: string, view: string) {
    const known = new Set(roles?.map((each) => each.id));
    // Roles that were deleted meanwhile are left out: the server knows them no more.
    const others = Object.entries(chosen).filter(([each]) => each !== id && known.has(each));
    save.mutate(Object.fromEntries(view ? [...others, [id, view]] : others));
  }
  if (error && role) return <ErrorState title={t('list.failed', { objects: role.plural_label })} {...failureOf(error)} onRetry={() => void refetch()} />;
  if (!roles || !role) return <SkeletonRows />;
  if (roles.length === 0) return <EmptyState title={t('list.none', { objects: role.plural_label })} text={t('setup.role_views_text')} />;
  return (
    <>
      <p className={styles.lead}>{t('setup.role_views_text')}</p>
      <SetupTable label={t('setup.views')} heads={[role.label, t('setup.role_begins_with')]}>
        {roles.map((each) => (
          <tr key={each.id}>
            <th scope="row">{each.name}</th>
            <td>
              <Select
                small
                aria-label={t('setup.role_view_of', { role: each.name })}
                empty={t('setup.role_view_above')}
                disabled={save.isPending}
                value={chosen[each.id] ?? ''}
                options={object.list_views.map((view) => ({ value: view.name, label: view.label }))}
                onChange={(event) => choose(each.id, event.target.value)}
              />
            </td>
            <td />
          </tr>
        ))}
      </SetupTable>
    </>
  );
}
