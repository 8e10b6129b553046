import type { ApiError } from '@/api/api-error';
import { allowed, fieldOf, useCatalogue, useMe } from '@/api/catalogue';
import type { Field, Json, RecordData } from '@/api/types';
import { RecordForm } from '@/fields/record-form';
import { useText } from '@/i18n/use-text';
import styles from './composer.module.css';

const asked = ['subject', 'due_date'];

/** Whether what was refused is of the task. */
export const isOfTask = (error: ApiError | null) => error?.messageFor('due_date') !== undefined;

export interface NextTaskProps {
  values: Record<string, Json>;
  error: ApiError | null;
  onChange: (values: Record<string, Json>) => void;
}

/** What is to be done after a call, in the form that takes the call down; empty it makes no task. */
export function NextTask({ values, error, onChange }: NextTaskProps) {
  const t = useText();
  const me = useMe();
  const task = useCatalogue().find('task');
  if (!task || !allowed(me, 'task', 'create')) return null;
  const fields = asked.map((name) => fieldOf(task, name)).filter((field): field is Field => field !== undefined).map((field) => ({ ...field, required: false }));
  const record: RecordData = { id: '', ...values };
  return (
    <fieldset className={styles.next}>
      <legend>{t('composer.next_task')}</legend>
      <RecordForm fields={fields} values={record} error={isOfTask(error) ? error : null} autoFocus={false} onChange={(changes) => onChange({ ...values, ...changes })} />
    </fieldset>
  );
}
