import { useQuery } from '@tanstack/react-query';
import { useCatalogue } from '@/api/catalogue';
import { shortListQuery } from '@/api/records';
import { useText } from '@/i18n/use-text';
import { EmptyState } from '@/ui/state/empty-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { AddRecord } from '../add-record';
import { ParentPanel } from '../parent-panel';
import { SettingsTable } from '../settings-table';
import { SetupBar } from '../setup-bar';
import styles from '../setup.module.css';

/** Teams with their members: people, everybody with a role, or another team. */
export function TeamsPage() {
  const t = useText();
  const catalogue = useCatalogue();
  const [team, member] = [catalogue.find('team'), catalogue.find('team_member')];
  const { data, isPending } = useQuery(shortListQuery({ object: 'team', fields: ['id', 'version', 'name', 'description', 'email'], sort: 'name', limit: 200 }));
  if (!team || !member) return null;
  const addTeam = <AddRecord object={team} fields={['name', 'description']} primary />;
  return (
    <>
      <SetupBar title={t('setup.teams')} actions={addTeam} />
      <div className={styles.page}>
        {isPending && <SkeletonRows />}
        {data?.length === 0 && <EmptyState title={t('list.none', { objects: team.plural_label })} text={team.description} />}
        {data?.map((each) => (
          <ParentPanel
            key={each.id}
            object={team}
            record={each}
            fields={['name', 'description', 'email']}
            note={String(each.description ?? '')}
            actions={<AddRecord object={member} fields={['user_id', 'role_id', 'roles_below', 'member_team_id']} preset={{ team_id: each.id }} />}
          >
            <SettingsTable object={member} columns={['user_id', 'role_id', 'roles_below', 'member_team_id']} filter={{ field: 'team_id', op: '=', value: each.id }} label={t('setup.members_of', { name: String(each.name) })} empty={t('setup.no_members')} />
          </ParentPanel>
        ))}
      </div>
    </>
  );
}
