import type { ReactNode } from 'react';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { reasonOf } from '@/api/api-error';
import { fieldOf } from '@/api/catalogue';
import { useUndoOf } from '@/api/change-sets';
import { nameOf } from '@/api/columns';
import { deleteRecord, recordsKey } from '@/api/records';
import { useSaveRecord } from '@/api/save-record';
import type { Field, ObjectInfo, RecordData } from '@/api/types';
import { RecordFormDialog } from '@/fields/record-form-dialog';
import { useText } from '@/i18n/use-text';
import { IconButton } from '@/ui/button/icon-button';
import { Panel } from '@/ui/panel/panel';
import { useToast } from '@/ui/toast/use-toast';

export interface ParentPanelProps {
  object: ObjectInfo;
  record: RecordData;
  /** Fields of the record itself, behind its pencil. */
  fields: string[];
  /** After its name. */
  note?: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** A record of settings with what belongs to it: a team with its members, a currency with its rates. */
export function ParentPanel({ object, record, fields, note, actions, children }: ParentPanelProps) {
  const t = useText();
  const toast = useToast();
  const undoOf = useUndoOf();
  const queries = useQueryClient();
  const save = useSaveRecord(object.name);
  const [editing, setEditing] = useState(false);
  const name = nameOf(record, object);
  const own = fields.map((field) => fieldOf(object, field)).filter((field): field is Field => field !== undefined);

  async function remove() {
    try {
      const { changeSet } = await deleteRecord(object.name, record.id);
      toast({ text: t('record.deleted', { name }), undo: undoOf(changeSet) });
    } catch (error) {
      toast({ text: reasonOf(error), failed: true });
    }
    await queries.invalidateQueries({ queryKey: recordsKey(object.name) });
  }
  return (
    <Panel
      title={name}
      count={note}
      actions={
        <>
          {actions}
          <IconButton icon="pencil" small label={t('field.edit', { field: name })} onClick={() => setEditing(true)} />
          <IconButton icon="trash" small label={t('setup.delete_field', { field: name })} onClick={() => void remove()} />
        </>
      }
    >
      {children}
      {editing && (
        <RecordFormDialog
          title={name}
          fields={own}
          initial={record}
          submit={t('common.save')}
          onSubmit={async (changes) => {
            await save(record, changes);
            setEditing(false);
          }}
          onClose={() => setEditing(false)}
        />
      )}
    </Panel>
  );
}
