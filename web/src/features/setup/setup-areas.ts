import type { ComponentType } from 'react';
import type { MessageId } from '@/i18n/catalogues';
import type { IconName } from '@/ui/icon/icons';

export interface SetupArea {
  /** Part of the address. */
  id: string;
  label: MessageId;
  icon: IconName;
  /** What is drawn there, loaded when it is opened. */
  page?: () => Promise<ComponentType>;
  /** The address of those that have one of their own instead. */
  to?: '/setup' | '/setup/pipelines';
}

export interface SetupGroup {
  label: MessageId;
  areas: SetupArea[];
}

/** What can be set up, in the order in which an administrator comes across it. */
export const setupGroups: SetupGroup[] = [
  {
    label: 'setup.group_company',
    areas: [
      { id: 'company', label: 'setup.company', icon: 'building', page: async () => (await import('./company/company-page')).CompanyPage },
      { id: 'currencies', label: 'setup.currencies', icon: 'coins', page: async () => (await import('./company/currencies-page')).CurrenciesPage },
    ],
  },
  {
    label: 'setup.group_people',
    areas: [
      { id: 'users', label: 'setup.users', icon: 'user-circle', page: async () => (await import('./people/users-page')).UsersPage },
      { id: 'roles', label: 'setup.roles', icon: 'sitemap', page: async () => (await import('./people/roles-page')).RolesPage },
      { id: 'teams', label: 'setup.teams', icon: 'users-group', page: async () => (await import('./people/teams-page')).TeamsPage },
      { id: 'queues', label: 'setup.queues', icon: 'stack-2', page: async () => (await import('./people/queues-page')).QueuesPage },
      { id: 'territories', label: 'setup.territories', icon: 'world', page: async () => (await import('./people/territories-page')).TerritoriesPage },
    ],
  },
  {
    label: 'setup.group_access',
    areas: [
      { id: 'permissions', label: 'setup.permissions', icon: 'user-shield', page: async () => (await import('./access/permissions-page')).PermissionsPage },
      { id: 'sharing', label: 'setup.sharing', icon: 'key', page: async () => (await import('./access/sharing-page')).SharingPage },
    ],
  },
  {
    label: 'setup.group_data',
    areas: [
      { id: 'objects', label: 'setup.objects', icon: 'database', to: '/setup' },
      { id: 'pipelines', label: 'setup.pipelines', icon: 'arrows-right', to: '/setup/pipelines' },
      { id: 'tags', label: 'setup.tags', icon: 'tag', page: async () => (await import('./tags/tags-page')).TagsPage },
      { id: 'trash', label: 'setup.trash', icon: 'trash', page: async () => (await import('./records/trash-page')).TrashPage },
    ],
  },
  {
    label: 'setup.group_work',
    areas: [
      { id: 'audit', label: 'setup.audit', icon: 'history', page: async () => (await import('./operations/audit-page')).AuditPage },
      { id: 'backups', label: 'setup.backups', icon: 'archive', page: async () => (await import('./operations/backups-page')).BackupsPage },
      { id: 'system', label: 'setup.system', icon: 'gauge', page: async () => (await import('./operations/system-page')).SystemPage },
      { id: 'jobs', label: 'setup.jobs', icon: 'clock', page: async () => (await import('./operations/jobs-page')).JobsPage },
    ],
  },
];
