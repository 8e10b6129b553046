import { useQuery } from '@tanstack/react-query';
import type { LinkProps } from '@tanstack/react-router';
import { useMe } from '@/api/catalogue';
import { soqlQuery } from '@/api/soql';
import type { RecordData } from '@/api/types';
import type { MessageId } from '@/i18n/catalogues';
import { usePreferences } from '@/lib/preferences';
import type { IconName } from '@/ui/icon/icons';
import { mark } from '@/api/sample-data';

export interface ChecklistItem {
  id: string;
  label: MessageId;
  text: MessageId;
  icon: IconName;
  done: boolean;
  link: Pick<LinkProps, 'to' | 'params'>;
}

const own = ` WHERE external_id = null OR (NOT external_id LIKE '${mark}%')`;

/** What makes a new workspace one's own. What can be seen in the data is ticked by itself. */
export function useChecklist(): ChecklistItem[] {
  const me = useMe();
  const { started } = usePreferences();
  const count = (object: string, where = '') => soqlQuery(object, `SELECT COUNT(id) total FROM ${object}${where}`);
  const total = (rows: RecordData[] | undefined) => Number(rows?.[0]?.total ?? 0);
  const people = total(useQuery(count('user', " WHERE kind = 'person'")).data);
  const contacts = total(useQuery(count('contact', own)).data);
  const deals = total(useQuery(count('opportunity', own)).data);
  const ticked = (id: string) => started.includes(id);
  return [
    { id: 'company', label: 'start.company', text: 'start.company_text', icon: 'building', done: me.organization.name !== 'My company' || ticked('company'), link: { to: '/setup/area/$area', params: { area: 'company' } } },
    { id: 'pipeline', label: 'start.pipeline', text: 'start.pipeline_text', icon: 'arrows-right', done: ticked('pipeline'), link: { to: '/setup/pipelines' } },
    { id: 'people', label: 'start.people', text: 'start.people_text', icon: 'users-group', done: people > 1 || ticked('people'), link: { to: '/setup/area/$area', params: { area: 'users' } } },
    { id: 'import', label: 'start.import', text: 'start.import_text', icon: 'download', done: contacts > 0 || ticked('import'), link: { to: '/o/$object/import', params: { object: 'contact' } } },
    { id: 'deal', label: 'start.deal', text: 'start.deal_text', icon: 'target', done: deals > 0 || ticked('deal'), link: { to: '/o/$object/board', params: { object: 'opportunity' } } },
    { id: 'rights', label: 'start.rights', text: 'start.rights_text', icon: 'key', done: ticked('rights'), link: { to: '/setup/area/$area', params: { area: 'sharing' } } },
  ];
}
