import type { Field, ObjectInfo } from '@/api/types';
import { relatedName } from '@/api/columns';
import { RecordFormDialog } from '@/fields/record-form-dialog';
import { useText } from '@/i18n/use-text';

export interface LinkDialogProps {
  /** Of which a record is looked for. */
  target: ObjectInfo;
  /** Throws when it is refused. */
  onLink: (id: string, name: string) => Promise<void>;
  onClose: () => void;
}

/** Finds a record that is there, and links it. */
export function LinkDialog({ target, onLink, onClose }: LinkDialogProps) {
  const t = useText();
  const field: Field = { name: 'record_id', label: target.label, type: 'lookup', shape: 'reference', relation: 'record', targets: [target.name], required: true, unique: false, read_only: false, system: false, custom: false, editable: true };
  return (
    <RecordFormDialog
      title={t('related.link', { what: target.plural_label })}
      fields={[field]}
      initial={{ id: '' }}
      required={[field.name]}
      submit={t('related.link_do')}
      onSubmit={async (_, values) => {
        const id = String(values[field.name]);
        await onLink(id, relatedName(values, field) ?? id);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
