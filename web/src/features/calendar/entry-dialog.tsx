import { Link } from '@tanstack/react-router';
import { fieldOf } from '@/api/catalogue';
import { useSaveRecord } from '@/api/save-record';
import type { Field, ObjectInfo, RecordData } from '@/api/types';
import { RecordFormDialog } from '@/fields/record-form-dialog';
import { useText } from '@/i18n/use-text';
import { ObjectTile } from '@/ui/avatar/object-tile';
import styles from './calendar.module.css';

const fieldsOf: Record<string, string[]> = { event: ['subject', 'starts_at', 'ends_at', 'all_day', 'location'], task: ['subject', 'due_date', 'due_time', 'status'] };

export interface EntryDialogProps {
  object: ObjectInfo;
  record: RecordData;
  onClose: () => void;
}

/** What a press on an entry opens: when it is, as a form. Whoever cannot drag moves it here. */
export function EntryDialog({ object, record, onClose }: EntryDialogProps) {
  const t = useText();
  const save = useSaveRecord(object.name);
  const fields = (fieldsOf[object.name] ?? []).map((name) => fieldOf(object, name)).filter((field): field is Field => field !== undefined);
  return (
    <RecordFormDialog
      title={String(record.subject)}
      mark={<ObjectTile icon={object.icon} tint={object.tint} size={24} />}
      fields={fields}
      initial={record}
      submit={t('common.save')}
      footer={
        <Link to="/o/$object/$id" params={{ object: object.name, id: record.id }} className={styles.openRecord}>
          {t('calendar.open', { object: object.label })}
        </Link>
      }
      onSubmit={async (changes) => {
        await save(record, changes);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
