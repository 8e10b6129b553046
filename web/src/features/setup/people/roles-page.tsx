import { useCatalogue } from '@/api/catalogue';
import { useText } from '@/i18n/use-text';
import { Panel } from '@/ui/panel/panel';
import { SettingsTable } from '../settings-table';
import { TreePage } from './tree-page';
import { useCounts } from './use-counts';

/** Roles as a tree: who stands above sees the records of those below. */
export function RolesPage() {
  const t = useText();
  const catalogue = useCatalogue();
  const counts = useCounts('user', 'role_id', ' WHERE active = true');
  const [role, user] = [catalogue.find('role'), catalogue.find('user')];
  if (!role || !user) return null;
  return (
    <TreePage object={role} title={t('setup.roles')} lead={t('setup.roles_text')} fields={['name', 'parent_id', 'description']} counts={counts}>
      {(record) => (
        <Panel title={t('setup.people_in', { name: String(record.name) })} count={counts.get(record.id) ?? 0}>
          <SettingsTable object={user} fixed columns={['name', 'email', 'role_id']} filter={{ field: 'role_id', op: '=', value: record.id }} sort="name" label={t('setup.people_in', { name: String(record.name) })} empty={t('setup.nobody')} />
        </Panel>
      )}
    </TreePage>
  );
}
