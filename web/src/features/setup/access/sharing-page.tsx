import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { useCatalogue } from '@/api/catalogue';
import { metadataQuery, updateObject } from '@/api/metadata';
import { recordsKey } from '@/api/records';
import type { ObjectInfo, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { ObjectTile } from '@/ui/avatar/object-tile';
import { Button } from '@/ui/button/button';
import { IconButton } from '@/ui/button/icon-button';
import { Select } from '@/ui/input/select';
import { Panel } from '@/ui/panel/panel';
import { useToast } from '@/ui/toast/use-toast';
import { SettingsTable } from '../settings-table';
import { SetupBar } from '../setup-bar';
import { SharingRuleDialog } from './sharing-rule-dialog';
import styles from '../setup.module.css';

const defaults = ['private', 'read', 'write', 'controlled_by_parent'] as const;

/** What people see of each other's records: the default of each object, and the rules that open more. */
export function SharingPage() {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const catalogue = useCatalogue();
  const rule = catalogue.find('sharing_rule');
  const [editing, setEditing] = useState<RecordData | 'new' | null>(null);
  if (!rule) return null;
  const objects = catalogue.objects.filter((object) => !object.administrative && !object.hidden).toSorted((one, other) => one.number - other.number);

  async function change(object: ObjectInfo, sharing: string) {
    const before = object.sharing;
    try {
      await updateObject(object.name, { sharing });
      toast({ text: t('setup.default_changed', { objects: object.plural_label }), undo: async () => {
        await updateObject(object.name, { sharing: before });
        await queries.invalidateQueries(metadataQuery);
      } });
    } catch (error) {
      toast({ text: reasonOf(error), failed: true });
    }
    await queries.invalidateQueries(metadataQuery);
    void queries.invalidateQueries({ queryKey: recordsKey(object.name) });
  }
  return (
    <>
      <SetupBar
        title={t('setup.sharing')}
        actions={
          <Button kind="primary" icon="plus" onClick={() => setEditing('new')}>
            {rule.label}
          </Button>
        }
      />
      <div className={styles.page}>
        <p className={styles.lead}>{t('setup.sharing_text')}</p>
        <Panel title={t('setup.defaults')}>
          <ul className={styles.pairs}>
            {objects.map((object) => (
              <li key={object.name}>
                <span className={styles.named}>
                  <ObjectTile icon={object.icon} tint={object.tint} size={24} />
                  {object.plural_label}
                </span>
                <Select
                  small
                  aria-label={t('setup.default_of', { objects: object.plural_label })}
                  value={object.sharing}
                  options={defaults.filter((each) => each !== 'controlled_by_parent' || object.sharing === each || object.fields.some((field) => field.type === 'master_detail')).map((each) => ({ value: each, label: t(`setup.default_${each}`) }))}
                  onChange={(event) => void change(object, event.target.value)}
                />
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title={rule.plural_label}>
          <SettingsTable
            object={rule}
            columns={['name', 'object', 'owner_in_id', 'shared_with_id', 'access', 'active']}
            more={['criterion', 'owner_roles_below', 'with_roles_below']}
            sort="object,name"
            label={rule.plural_label}
            empty={rule.description ?? ''}
            actions={(record) => <IconButton icon="pencil" small label={t('field.edit', { field: String(record.name) })} onClick={() => setEditing(record)} />}
          />
        </Panel>
      </div>
      {editing && <SharingRuleDialog object={rule} rule={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />}
    </>
  );
}
