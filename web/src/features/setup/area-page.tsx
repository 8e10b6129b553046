import { useParams } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import { useText } from '@/i18n/use-text';
import { EmptyState } from '@/ui/state/empty-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';

const areas: Record<string, ComponentType> = {
  company: lazy(async () => ({ default: (await import('./company/company-page')).CompanyPage })),
  currencies: lazy(async () => ({ default: (await import('./company/currencies-page')).CurrenciesPage })),
  users: lazy(async () => ({ default: (await import('./people/users-page')).UsersPage })),
  roles: lazy(async () => ({ default: (await import('./people/roles-page')).RolesPage })),
  teams: lazy(async () => ({ default: (await import('./people/teams-page')).TeamsPage })),
  queues: lazy(async () => ({ default: (await import('./people/queues-page')).QueuesPage })),
  territories: lazy(async () => ({ default: (await import('./people/territories-page')).TerritoriesPage })),
  permissions: lazy(async () => ({ default: (await import('./access/permissions-page')).PermissionsPage })),
  sharing: lazy(async () => ({ default: (await import('./access/sharing-page')).SharingPage })),
  audit: lazy(async () => ({ default: (await import('./operations/audit-page')).AuditPage })),
  jobs: lazy(async () => ({ default: (await import('./operations/jobs-page')).JobsPage })),
  trash: lazy(async () => ({ default: (await import('./records/trash-page')).TrashPage })),
};

/** One area of setup, loaded when it is opened. */
export function AreaPage() {
  const t = useText();
  const { area } = useParams({ from: '/frame/setup/area/$area' });
  const Page = areas[area];
  if (!Page) return <EmptyState title={t('error.no_page')} text={t('error.no_page_text')} />;
  return (
    <Suspense fallback={<SkeletonRows />}>
      <Page key={area} />
    </Suspense>
  );
}
