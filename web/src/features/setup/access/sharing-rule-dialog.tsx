import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ApiError, reasonOf } from '@/api/api-error';
import { fieldOf, useCatalogue } from '@/api/catalogue';
import { createRecord, recordsKey, updateRecord } from '@/api/records';
import type { Filter, ObjectInfo, RecordData } from '@/api/types';
import { filterableColumns } from '@/fields/filter/field-choices';
import { finishedFilter, newCondition } from '@/fields/filter/filter-model';
import { GroupEditor } from '@/fields/filter/group-editor';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { Checkbox } from '@/ui/input/checkbox';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';
import { TextInput } from '@/ui/input/text-input';
import { Note } from '@/ui/note/note';
import { Segmented } from '@/ui/segmented/segmented';
import { GranteeInput } from './grantee-input';

export interface SharingRuleDialogProps {
  /** The object of sharing rules itself. */
  object: ObjectInfo;
  /** The rule to change; a new one without it. */
  rule?: RecordData;
  onClose: () => void;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function criterionOf(rule: RecordData | undefined): Filter | null {
  return text(rule?.criterion) ? (JSON.parse(text(rule?.criterion)) as Filter) : null;
}

/** Which records a rule opens, to whom, and how far. */
export function SharingRuleDialog({ object, rule, onClose }: SharingRuleDialogProps) {
  const t = useText();
  const id = useId();
  const queries = useQueryClient();
  const catalogue = useCatalogue();
  const objects = catalogue.objects.filter((each) => !each.administrative && !each.hidden);
  const [name, setName] = useState(text(rule?.name));
  const [about, setAbout] = useState(text(rule?.object) || 'account');
  const [by, setBy] = useState<'owner' | 'criterion'>(text(rule?.criterion) ? 'criterion' : 'owner');
  const [owner, setOwner] = useState(text(rule?.owner_in_id));
  const [ownersBelow, setOwnersBelow] = useState(rule?.owner_roles_below === true);
  const [criterion, setCriterion] = useState<Filter | null>(() => criterionOf(rule));
  const [grantee, setGrantee] = useState(text(rule?.shared_with_id));
  const [granteesBelow, setGranteesBelow] = useState(rule?.with_roles_below === true);
  const [access, setAccess] = useState(text(rule?.access) || 'read');
  const subject = catalogue.find(about);
  // A criterion compares stored fields of the object itself.
  const columns = subject ? filterableColumns(subject, catalogue).filter((column) => column.own && column.field.type !== 'formula') : [];
  const save = useMutation({
    mutationFn: () => {
      const values = {
        name: name.trim(),
        object: about,
        owner_in_id: by === 'owner' ? owner || null : null,
        owner_roles_below: by === 'owner' && ownersBelow,
        criterion: by === 'criterion' ? JSON.stringify(finishedFilter(criterion)) : null,
        shared_with_id: grantee || null,
        with_roles_below: granteesBelow,
        access,
      };
      return rule ? updateRecord('sharing_rule', rule.id, values) : createRecord('sharing_rule', values);
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: recordsKey('sharing_rule') });
      onClose();
    },
  });
  const error = save.error instanceof ApiError ? save.error : null;
  const field = (wanted: string) => fieldOf(object, wanted);
  const [ownerField, granteeField, first] = [field('owner_in_id'), field('shared_with_id'), columns[0]];
  const isRole = (value: string) => catalogue.objectOfId(value)?.name === 'role';
  return (
    <Dialog
      wide
      title={rule ? text(rule.name) : t('commands.new', { object: object.label })}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" busy={save.isPending} disabled={!name.trim()}>
            {t(rule ? 'common.save' : 'create.create')}
          </Button>
        </>
      }
    >
      {save.error && <Note kind="danger">{[reasonOf(save.error), ...(error?.problem.problems ?? []).map((problem) => problem.message)].join(' ')}</Note>}
      <FieldFrame id={`${id}-name`} label={field('name')?.label ?? ''} required error={error?.messageFor('name')}>
        <TextInput id={`${id}-name`} data-autofocus value={name} onChange={(event) => setName(event.target.value)} />
      </FieldFrame>
      <FieldFrame id={`${id}-object`} label={t('setup.object')} required error={error?.messageFor('object')}>
        <Select
          id={`${id}-object`}
          value={about}
          options={objects.map((each) => ({ value: each.name, label: each.plural_label }))}
          onChange={(event) => {
            setAbout(event.target.value);
            setCriterion(null);
          }}
        />
      </FieldFrame>
      <Segmented
        label={t('setup.which_records')}
        selected={by}
        choices={[
          { id: 'owner', label: t('setup.by_owner') },
          { id: 'criterion', label: t('setup.by_criterion') },
        ]}
        onSelect={setBy}
      />
      {by === 'owner' && ownerField && <GranteeInput field={ownerField} value={owner} error={error?.messageFor('owner_in_id')} onChange={setOwner} />}
      {by === 'owner' && isRole(owner) && (
        <Checkbox checked={ownersBelow} onChange={(event) => setOwnersBelow(event.target.checked)}>
          {field('owner_roles_below')?.label}
        </Checkbox>
      )}
      {by === 'criterion' && criterion && subject && <GroupEditor object={subject} filter={criterion} columns={columns} onChange={setCriterion} />}
      {by === 'criterion' && !criterion && first && (
        <Button small icon="plus" onClick={() => setCriterion({ and: [newCondition(first.path, first.field)] })}>
          {t('filter.add_condition')}
        </Button>
      )}
      {granteeField && <GranteeInput field={granteeField} value={grantee} error={error?.messageFor('shared_with_id')} onChange={setGrantee} />}
      {isRole(grantee) && (
        <Checkbox checked={granteesBelow} onChange={(event) => setGranteesBelow(event.target.checked)}>
          {field('with_roles_below')?.label}
        </Checkbox>
      )}
      <FieldFrame id={`${id}-access`} label={field('access')?.label ?? ''} required>
        <Select id={`${id}-access`} value={access} options={(field('access')?.options ?? []).map((option) => ({ value: option.value, label: option.label }))} onChange={(event) => setAccess(event.target.value)} />
      </FieldFrame>
    </Dialog>
  );
}
