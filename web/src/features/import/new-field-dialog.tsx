import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ApiError, reasonOf } from '@/api/api-error';
import { createField, metadataQuery } from '@/api/metadata';
import type { FieldType, ImportPreview, ObjectInfo } from '@/api/types';
import { fieldKits } from '@/fields/field-kits';
import { useText } from '@/i18n/use-text';
import { apiName } from '@/lib/api-name';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';
import { TextInput } from '@/ui/input/text-input';
import { Note } from '@/ui/note/note';
import { guessType } from './guess-mapping';

/** What a column of a file can become without being asked for more than its name. */
const types = ['text', 'long_text', 'integer', 'decimal', 'date', 'checkbox', 'email', 'phone', 'url', 'picklist'] as const satisfies readonly FieldType[];

export interface NewFieldDialogProps {
  object: ObjectInfo;
  /** The column that has no field yet. */
  column: ImportPreview['columns'][number];
  /** Told the name of the field. */
  onMade: (name: string) => void;
  onClose: () => void;
}

/** Makes the field that a column is missing; everything else about it is set up later. */
export function NewFieldDialog({ object, column, onMade, onClose }: NewFieldDialogProps) {
  const t = useText();
  const id = useId();
  const queries = useQueryClient();
  const [label, setLabel] = useState(column.name);
  const [type, setType] = useState<FieldType>(() => guessType(column.samples));
  const make = useMutation({
    mutationFn: async () => {
      const name = apiName(label);
      const options = type === 'picklist' ? { options: column.samples.map((sample) => ({ value: apiName(sample) || sample, label: sample, active: true })) } : {};
      await createField(object.name, { name, label: label.trim(), type, ...(type === 'decimal' ? { scale: 2 } : {}), ...options });
      await queries.invalidateQueries(metadataQuery);
      return name;
    },
    onSuccess: (name) => {
      onMade(name);
      onClose();
    },
  });
  const error = make.error instanceof ApiError ? make.error : null;
  return (
    <Dialog
      title={t('setup.new_field', { object: object.label })}
      onClose={onClose}
      onSubmit={() => apiName(label) && make.mutate()}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" busy={make.isPending} disabled={!apiName(label)}>
            {t('setup.add_field')}
          </Button>
        </>
      }
    >
      {make.error && <Note kind="danger">{reasonOf(make.error)}</Note>}
      <FieldFrame id={`${id}-label`} label={t('setup.label')} required error={error?.messageFor('label') ?? error?.messageFor('name')}>
        <TextInput id={`${id}-label`} data-autofocus value={label} onChange={(event) => setLabel(event.target.value)} />
      </FieldFrame>
      <FieldFrame id={`${id}-type`} label={t('setup.type')} required error={error?.messageFor('type')}>
        <Select id={`${id}-type`} value={type} options={types.map((value) => ({ value, label: t(fieldKits[value].label) }))} onChange={(event) => setType(event.target.value as FieldType)} />
      </FieldFrame>
    </Dialog>
  );
}
