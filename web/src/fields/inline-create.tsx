import { useQueryClient } from '@tanstack/react-query';
import { nameOf } from '@/api/columns';
import { createRecord, recordsKey } from '@/api/records';
import type { ObjectInfo, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { fieldOf } from '@/api/catalogue';
import { splitName } from '@/lib/split-name';
import { ObjectTile } from '@/ui/avatar/object-tile';
import { isEditable } from './field-kits';
import { RecordFormDialog } from './record-form-dialog';

export interface InlineCreateProps {
  object: ObjectInfo;
  /** What was typed where it was looked for. */
  name: string;
  onMade: (record: { id: string; name: string }) => void;
  onClose: () => void;
}

/** Makes the record that a reference looked for in vain, over the form that asked for it. */
export function InlineCreate({ object, name, onMade, onClose }: InlineCreateProps) {
  const t = useText();
  const queries = useQueryClient();
  const names = [...(object.layouts.create?.fields ?? []), ...object.fields.filter((field) => field.required && !field.system).map((field) => field.name)];
  const fields = [...new Set(names)].map((each) => fieldOf(object, each)).filter((field) => field !== undefined && isEditable(field)) as ObjectInfo['fields'];
  const initial: RecordData = fieldOf(object, 'last_name') ? { id: '', ...splitName(name) } : { id: '', [object.name_field]: name };
  return (
    <RecordFormDialog
      title={t('commands.new', { object: object.label })}
      mark={<ObjectTile icon={object.icon} tint={object.tint} size={24} />}
      fields={fields}
      initial={initial}
      submit={t('create.create')}
      onSubmit={async (changes) => {
        const { answer: made } = await createRecord(object.name, Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== null && value !== '')));
        void queries.invalidateQueries({ queryKey: recordsKey(object.name) });
        onMade({ id: made.id, name: nameOf(made, object) });
      }}
      onClose={onClose}
    />
  );
}
