import { useId, useState } from 'react';
import type { Field, Json, RecordData } from '@/api/types';
import { kitOf } from '@/fields/field-kits';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';
import { Note } from '@/ui/note/note';

export interface BulkEditDialogProps {
  fields: Field[];
  count: number;
  onSubmit: (changes: Record<string, Json>) => Promise<unknown>;
  onClose: () => void;
}

/** One field of many records: which field, its new value, and what will happen. */
export function BulkEditDialog({ fields, count, onSubmit, onClose }: BulkEditDialogProps) {
  const t = useText();
  const id = useId();
  const [name, setName] = useState(fields[0]?.name ?? '');
  const [draft, setDraft] = useState<RecordData>({ id: '' });
  const [busy, setBusy] = useState(false);
  const field = fields.find((each) => each.name === name);
  const Input = field && kitOf(field).Input;
  return (
    <Dialog
      title={t('list.edit_title', { count })}
      onClose={onClose}
      onSubmit={() => {
        setBusy(true);
        void onSubmit({ [name]: draft[name] ?? null });
      }}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {t('list.edit_submit', { count })}
          </Button>
        </>
      }
    >
      <FieldFrame id={`${id}-field`} label={t('filter.field')}>
        <Select id={`${id}-field`} value={name} options={fields.map((each) => ({ value: each.name, label: each.label }))} onChange={(event) => setName(event.target.value)} />
      </FieldFrame>
      {field && Input && (
        <FieldFrame id={`${id}-value`} label={t('list.new_value')}>
          <Input key={name} id={`${id}-value`} field={field} record={draft} value={draft[name] ?? null} onChange={(value, also) => setDraft({ ...draft, [name]: value, ...also })} />
        </FieldFrame>
      )}
      {field && (draft[name] ?? null) === null && <Note kind="warning">{t('list.will_empty', { field: field.label, count })}</Note>}
    </Dialog>
  );
}
