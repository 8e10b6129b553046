import type { ApiError } from '@/api/api-error';
import { fieldOf } from '@/api/catalogue';
import type { Field, Json, ObjectInfo, RecordData } from '@/api/types';
import { RecordForm } from '@/fields/record-form';

export interface ComposerFieldsProps {
  activity: ObjectInfo;
  values: RecordData;
  error: ApiError | null;
  onChange: (changes: Record<string, Json>) => void;
}

/** The few fields that are enough to write an activity down; everything else is on its own page. */
const short: Record<string, string[]> = {
  note: ['body'],
  call: ['outcome', 'description'],
  task: ['subject', 'due_date', 'reminder_at'],
  event: ['subject', 'starts_at', 'ends_at', 'reminder_at'],
};

export function ComposerFields({ activity, values, error, onChange }: ComposerFieldsProps) {
  const names = short[activity.name] ?? activity.fields.filter((field) => field.required).map((field) => field.name);
  const fields = names.map((name) => fieldOf(activity, name)).filter((field): field is Field => field !== undefined);
  return <RecordForm fields={fields} values={values} error={error} onChange={onChange} />;
}
