import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCatalogue } from '@/api/catalogue';
import { shortListQuery } from '@/api/records';
import { useText } from '@/i18n/use-text';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';
import { Segmented } from '@/ui/segmented/segmented';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { AddRecord } from '../add-record';
import { SetupBar } from '../setup-bar';
import { PermissionSetPanel } from './permission-set-panel';
import { UserRightsPanel } from './user-rights-panel';
import styles from '../setup.module.css';

const setFields = ['id', 'version', 'name', 'description', 'for_everyone', 'view_all_records', 'modify_all_records', 'may_import', 'may_export'];

/** What permission sets allow, and what they come to for one person. */
export function PermissionsPage() {
  const t = useText();
  const catalogue = useCatalogue();
  const set = catalogue.find('permission_set');
  const [mode, setMode] = useState<'sets' | 'person'>('sets');
  const [chosen, setChosen] = useState('');
  const [person, setPerson] = useState('');
  const sets = useQuery(shortListQuery({ object: 'permission_set', fields: setFields, sort: '-for_everyone,name', limit: 200 }));
  const people = useQuery({ ...shortListQuery({ object: 'user', fields: ['id', 'name'], filter: { and: [{ field: 'active', op: '=', value: true }, { field: 'kind', op: '!=', value: 'queue' }] }, sort: 'name', limit: 2000 }), enabled: mode === 'person' });
  if (!set) return null;
  const current = sets.data?.find((each) => each.id === chosen) ?? sets.data?.[0];
  const who = person || people.data?.[0]?.id;
  return (
    <>
      <SetupBar title={t('setup.permissions')} actions={<AddRecord object={set} fields={['name', 'description']} primary onMade={(made) => setChosen(made.id)} />} />
      <div className={styles.page}>
        <div className={styles.tools}>
          <Segmented
            label={t('setup.permissions')}
            selected={mode}
            choices={[
              { id: 'sets', label: t('setup.by_set'), icon: 'user-shield' },
              { id: 'person', label: t('setup.by_person'), icon: 'eye' },
            ]}
            onSelect={setMode}
          />
          <div className={styles.find}>
            {mode === 'sets' ? (
              <FieldFrame id="permission-set" label={set.label}>
                <Select id="permission-set" value={current?.id ?? ''} options={(sets.data ?? []).map((each) => ({ value: each.id, label: String(each.name) }))} onChange={(event) => setChosen(event.target.value)} />
              </FieldFrame>
            ) : (
              <FieldFrame id="permission-person" label={t('setup.person')}>
                <Select id="permission-person" value={who ?? ''} options={(people.data ?? []).map((each) => ({ value: each.id, label: String(each.name) }))} onChange={(event) => setPerson(event.target.value)} />
              </FieldFrame>
            )}
          </div>
        </div>
        {(sets.isPending || (mode === 'person' && people.isPending)) && <SkeletonRows />}
        {mode === 'sets' && current && <PermissionSetPanel key={current.id} object={set} set={current} />}
        {mode === 'person' && who && <UserRightsPanel user={who} />}
      </div>
    </>
  );
}
