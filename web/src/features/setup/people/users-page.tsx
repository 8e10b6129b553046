import { Link } from '@tanstack/react-router';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useCatalogue } from '@/api/catalogue';
import { allOf } from '@/api/filter';
import { useText } from '@/i18n/use-text';
import { IconButton } from '@/ui/button/icon-button';
import { SearchInput } from '@/ui/input/search-input';
import { Segmented } from '@/ui/segmented/segmented';
import { AddRecord } from '../add-record';
import { SettingsTable } from '../settings-table';
import { SetupBar } from '../setup-bar';
import { PasswordDialog } from './password-dialog';
import styles from '../setup.module.css';

/** Who works here: their role, whether they may log in, and a password to begin with. */
export function UsersPage() {
  const t = useText();
  const user = useCatalogue().find('user');
  const [shown, setShown] = useState<'active' | 'all'>('active');
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed.trim(), 150);
  const [passwordOf, setPasswordOf] = useState<{ id: string; name: string } | null>(null);
  if (!user) return null;
  const filter = allOf([{ field: 'kind', op: '!=', value: 'queue' }, shown === 'active' ? { field: 'active', op: '=', value: true } : null, wanted ? { or: [{ field: 'name', op: 'contains', value: wanted }, { field: 'email', op: 'contains', value: wanted }] } : null]);
  return (
    <>
      <SetupBar
        title={t('setup.users')}
        actions={
          <AddRecord
            object={user}
            fields={['first_name', 'last_name', 'email', 'role_id', 'manager_id', 'administrator']}
            required={['email']}
            primary
            onMade={(made) => setPasswordOf({ id: made.id, name: String(made.name ?? '') })}
          />
        }
      />
      <div className={styles.page}>
        <div className={styles.tools}>
          <div className={styles.find}>
            <SearchInput aria-label={t('setup.find_user')} placeholder={t('setup.find_user')} value={typed} onChange={(event) => setTyped(event.target.value)} />
          </div>
          <Segmented
            label={t('setup.users')}
            selected={shown}
            choices={[
              { id: 'active', label: t('setup.active') },
              { id: 'all', label: t('setup.everybody') },
            ]}
            onSelect={setShown}
          />
        </div>
        <SettingsTable
          object={user}
          fixed
          columns={['name', 'email', 'role_id', 'administrator', ...(shown === 'all' ? ['active'] : []), 'last_login_at']}
          filter={filter}
          sort="name"
          label={t('setup.users')}
          empty={t('field.none_found')}
          actions={(record) => (
            <>
              <IconButton icon="key" small label={t('setup.password_of', { name: String(record.name) })} onClick={() => setPasswordOf({ id: record.id, name: String(record.name) })} />
              <Link to="/o/$object/$id" params={{ object: 'user', id: record.id }} className={styles.linkButton}>
                {t('common.open')}
                <span className={styles.hiddenName}> {String(record.name)}</span>
              </Link>
            </>
          )}
        />
      </div>
      {passwordOf && <PasswordDialog user={passwordOf} onClose={() => setPasswordOf(null)} />}
    </>
  );
}
