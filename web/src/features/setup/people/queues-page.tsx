import { fieldOf, useCatalogue } from '@/api/catalogue';
import { useText } from '@/i18n/use-text';
import { AddRecord } from '../add-record';
import { SettingsTable } from '../settings-table';
import { SetupBar } from '../setup-bar';
import styles from '../setup.module.css';

/** Queues: records wait there until somebody of the team takes them. */
export function QueuesPage() {
  const t = useText();
  const user = useCatalogue().find('user');
  const name = user && fieldOf(user, 'name');
  const lastName = user && fieldOf(user, 'last_name');
  if (!user || !name || !lastName) return null;
  return (
    <>
      <SetupBar title={t('setup.queues')} actions={<AddRecord object={user} label={t('setup.queue')} fields={[{ ...lastName, label: name.label }, 'team_id']} required={['team_id']} preset={{ kind: 'queue' }} primary />} />
      <div className={styles.page}>
        <p className={styles.lead}>{t('setup.queues_text')}</p>
        <SettingsTable object={user} columns={['name', 'team_id', 'email', 'active']} filter={{ field: 'kind', op: '=', value: 'queue' }} sort="name" label={t('setup.queues')} empty={t('setup.no_queues')} />
      </div>
    </>
  );
}
