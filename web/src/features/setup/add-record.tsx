import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldOf } from '@/api/catalogue';
import { createRecord, recordsKey } from '@/api/records';
import type { Field, Json, ObjectInfo, RecordData } from '@/api/types';
import { RecordFormDialog } from '@/fields/record-form-dialog';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';

export interface AddRecordProps {
  object: ObjectInfo;
  /** Asked for, in this order. */
  fields: (string | Field)[];
  required?: string[];
  /** Set without being asked for. */
  preset?: Record<string, Json>;
  /** What the form begins with. */
  initial?: Record<string, Json>;
  label?: string;
  primary?: boolean;
  onMade?: (record: RecordData) => void;
}

/** A button that makes a record of settings, with a short form. */
export function AddRecord({ object, fields, required, preset = {}, initial, label, primary, onMade }: AddRecordProps) {
  const t = useText();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const asked = fields.map((field) => (typeof field === 'string' ? fieldOf(object, field) : field)).filter((field): field is Field => field !== undefined);
  return (
    <>
      <Button small={!primary} kind={primary ? 'primary' : 'default'} icon="plus" onClick={() => setOpen(true)}>
        {label ?? object.label}
      </Button>
      {open && (
        <RecordFormDialog
          title={t('commands.new', { object: label ?? object.label })}
          fields={asked}
          required={required}
          initial={{ id: '', ...initial }}
          submit={t('create.create')}
          onSubmit={async (values) => {
            const { answer: made } = await createRecord(object.name, { ...values, ...preset });
            await queries.invalidateQueries({ queryKey: recordsKey(object.name) });
            setOpen(false);
            onMade?.(made);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
