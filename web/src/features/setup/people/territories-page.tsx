import { useCatalogue } from '@/api/catalogue';
import { useText } from '@/i18n/use-text';
import { Panel } from '@/ui/panel/panel';
import { AddRecord } from '../add-record';
import { SettingsTable } from '../settings-table';
import { TreePage } from './tree-page';
import { useCounts } from './use-counts';

/** Territories as a tree, with the people who work in each and the accounts that lie in it. */
export function TerritoriesPage() {
  const t = useText();
  const catalogue = useCatalogue();
  const counts = useCounts('territory_member', 'territory_id');
  const [territory, member, account] = [catalogue.find('territory'), catalogue.find('territory_member'), catalogue.find('territory_account')];
  if (!territory || !member || !account) return null;
  return (
    <TreePage object={territory} title={t('setup.territories')} lead={t('setup.territories_text')} fields={['name', 'parent_id', 'description']} counts={counts}>
      {(record) => {
        const filter = { field: 'territory_id', op: '=', value: record.id } as const;
        const preset = { territory_id: record.id };
        const accounts = catalogue.find('account')?.plural_label ?? account.plural_label;
        return (
          <>
            <Panel title={t('setup.members')} actions={<AddRecord object={member} fields={['user_id']} required={['user_id']} preset={preset} />}>
              <SettingsTable object={member} columns={['user_id']} filter={filter} label={t('setup.members_of', { name: String(record.name) })} empty={t('setup.no_members')} />
            </Panel>
            <Panel title={accounts} actions={<AddRecord object={account} fields={['account_id', 'account_access', 'opportunity_access']} required={['account_id']} preset={preset} />}>
              <SettingsTable object={account} columns={['account_id', 'account_access', 'contact_access', 'opportunity_access', 'case_access']} filter={filter} label={accounts} empty={t('setup.no_accounts')} />
            </Panel>
          </>
        );
      }}
    </TreePage>
  );
}
