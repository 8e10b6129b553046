import type { MessageId } from '@/i18n/catalogues';
import type { IconName } from '@/ui/icon/icons';

export interface SetupArea {
  /** Part of the address; objects and pipelines have addresses of their own. */
  id: string;
  label: MessageId;
  icon: IconName;
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
      { id: 'company', label: 'setup.company', icon: 'building' },
      { id: 'currencies', label: 'setup.currencies', icon: 'coins' },
    ],
  },
  {
    label: 'setup.group_people',
    areas: [
      { id: 'users', label: 'setup.users', icon: 'user-circle' },
      { id: 'roles', label: 'setup.roles', icon: 'sitemap' },
      { id: 'teams', label: 'setup.teams', icon: 'users-group' },
      { id: 'queues', label: 'setup.queues', icon: 'stack-2' },
      { id: 'territories', label: 'setup.territories', icon: 'world' },
    ],
  },
  {
    label: 'setup.group_access',
    areas: [
      { id: 'permissions', label: 'setup.permissions', icon: 'user-shield' },
      { id: 'sharing', label: 'setup.sharing', icon: 'key' },
    ],
  },
  {
    label: 'setup.group_data',
    areas: [
      { id: 'objects', label: 'setup.objects', icon: 'database', to: '/setup' },
      { id: 'pipelines', label: 'setup.pipelines', icon: 'arrows-right', to: '/setup/pipelines' },
      { id: 'trash', label: 'setup.trash', icon: 'trash' },
    ],
  },
  {
    label: 'setup.group_work',
    areas: [
      { id: 'audit', label: 'setup.audit', icon: 'history' },
      { id: 'jobs', label: 'setup.jobs', icon: 'clock' },
    ],
  },
];
