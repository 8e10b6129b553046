import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AgendaEvent, Scope } from '@/api/agenda';
import { fieldOf } from '@/api/catalogue';
import { useSaveRecord } from '@/api/save-record';
import type { Field, Json, ObjectInfo } from '@/api/types';
import { RecordFormDialog } from '@/fields/record-form-dialog';
import { useText } from '@/i18n/use-text';
import { ObjectTile } from '@/ui/avatar/object-tile';
import { Button } from '@/ui/button/button';
import { RepeatSelect } from './repeat-select';
import { ScopeSelect } from './scope-select';
import { useOccurrences } from './use-occurrences';
import styles from './calendar.module.css';

const fieldsOf: Record<string, string[]> = { event: ['subject', 'starts_at', 'ends_at', 'all_day', 'reminder_at', 'location'], task: ['subject', 'due_date', 'due_time', 'reminder_at', 'status'] };

export interface EntryDialogProps {
  object: ObjectInfo;
  record: AgendaEvent;
  onClose: () => void;
}

/** What a press on an entry opens: when it is, and how often, as a form. Whoever cannot drag moves it here. */
export function EntryDialog({ object, record, onClose }: EntryDialogProps) {
  const t = useText();
  const save = useSaveRecord(object.name);
  const occurrences = useOccurrences();
  const [scope, setScope] = useState<Scope>('this');
  const recurs = record.occurrence !== undefined;
  const fields = (fieldsOf[object.name] ?? []).map((name) => fieldOf(object, name)).filter((field): field is Field => field !== undefined);
  // One time of a recurring event cannot recur by itself.
  const repeats = object.name === 'event' && fieldOf(object, 'recurrence')?.editable === true && !record.recurring_event_id && !(recurs && scope === 'this');
  const rule = (values: Record<string, Json | undefined>) => (typeof values.recurrence === 'string' ? values.recurrence : '');

  async function submit(typed: Record<string, Json>, values: Record<string, Json | undefined>) {
    const all = repeats ? { ...typed, recurrence: rule(values) || null } : typed;
    const changes = Object.fromEntries(Object.entries(all).filter(([name, value]) => value !== (record[name] ?? null)));
    if (recurs) await occurrences.change(record, scope, changes);
    else await save(record, changes);
    onClose();
  }
  return (
    <RecordFormDialog
      title={String(record.subject)}
      mark={<ObjectTile icon={object.icon} tint={object.tint} size={24} />}
      fields={fields}
      initial={record}
      submit={t('common.save')}
      hints={(values, onChange) => (
        <>
          {recurs && <ScopeSelect scope={scope} onChange={setScope} />}
          {repeats && <RepeatSelect rule={rule(values)} onChange={(recurrence) => onChange({ recurrence })} />}
        </>
      )}
      footer={
        <>
          <Link to="/o/$object/$id" params={{ object: object.name, id: record.id }} className={styles.openRecord}>
            {t('calendar.open', { object: object.label })}
          </Link>
          {recurs && (
            <Button kind="danger" onClick={() => void occurrences.remove(record, scope).then(onClose)}>
              {t('common.delete')}
            </Button>
          )}
        </>
      }
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
