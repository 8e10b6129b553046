import { useCatalogue } from '@/api/catalogue';
import { useSaveRecord } from '@/api/save-record';
import type { ObjectInfo, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Checkbox } from '@/ui/input/checkbox';
import { Note } from '@/ui/note/note';
import { Panel } from '@/ui/panel/panel';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { AddRecord } from '../add-record';
import { ParentPanel } from '../parent-panel';
import { SettingsTable } from '../settings-table';
import { FieldRights } from './field-rights';
import { rightsIn } from './permission-rights';
import { RightsMatrix } from './rights-matrix';
import { usePermissionSet } from './use-permission-set';
import matrix from './matrix.module.css';

const switches = ['for_everyone', 'view_all_records', 'modify_all_records', 'may_import', 'may_export'];

/** One permission set: for whom it is, what it allows beyond records, and the matrix. */
export function PermissionSetPanel({ object, set }: { object: ObjectInfo; set: RecordData }) {
  const t = useText();
  const catalogue = useCatalogue();
  const save = useSaveRecord('permission_set');
  const rights = usePermissionSet(set.id);
  const assignment = catalogue.find('permission_set_assignment');
  if (rights.isPending) return <SkeletonRows />;
  const others = rightsIn(rights.ofObject('*'));
  const shown = catalogue.objects.filter((each) => !each.administrative && (!each.hidden || rights.ofObject(each.name))).toSorted((one, other) => one.number - other.number);
  const row = (each: ObjectInfo) => {
    const own = rights.ofObject(each.name);
    return { object: each, values: own ? rightsIn(own) : others, own: own !== undefined };
  };
  return (
    <>
      <ParentPanel object={object} record={set} fields={['name', 'description']} note={String(set.description ?? '')}>
        <div className={matrix.set}>
          {object.fields
            .filter((field) => switches.includes(field.name))
            .map((field) => (
              <Checkbox key={field.name} checked={set[field.name] === true} onChange={(event) => void save(set, { [field.name]: event.target.checked })}>
                <span>
                  {field.label}
                  <small>{field.help}</small>
                </span>
              </Checkbox>
            ))}
        </div>
      </ParentPanel>
      {assignment && set.for_everyone !== true && (
        <Panel title={t('setup.given_to')} actions={<AddRecord object={assignment} label={t('setup.give')} fields={['user_id', 'role_id']} preset={{ permission_set_id: set.id }} />}>
          <SettingsTable object={assignment} columns={['user_id', 'role_id']} filter={{ field: 'permission_set_id', op: '=', value: set.id }} label={t('setup.given_to')} empty={t('setup.given_to_nobody')} />
        </Panel>
      )}
      <Note>{t('setup.rights_add_up')}</Note>
      <RightsMatrix
        label={t('setup.rights_of', { name: String(set.name) })}
        rows={[{ values: others, own: true }, ...shown.map(row)]}
        onChange={(name, values) => void rights.setObject(name, values)}
        onForget={(name) => void rights.forget(name)}
        fields={(each) => (
          <FieldRights
            object={each}
            rightsOf={(field) => {
              const said = rights.ofField(each.name, field);
              return { read: said?.can_read !== false, update: said ? said.can_update === true : true };
            }}
            onChange={(field, read, update) => void rights.setField(each.name, field, read, update)}
          />
        )}
      />
    </>
  );
}
