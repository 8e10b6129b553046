import { useId } from 'react';
import type { ApiError } from '@/api/api-error';
import type { Field, Json, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { FieldFrame } from '@/ui/input/field-frame';
import { Note } from '@/ui/note/note';
import { inputOf } from './field-kits';
import styles from './record-form.module.css';

export interface RecordFormProps {
  fields: readonly Field[];
  values: RecordData;
  /** Fields that must have a value here, whatever the catalogue says. */
  required?: readonly string[];
  /** What the server refused, shown at its fields. */
  error: ApiError | null;
  /** Whether the first field takes the focus; a reference opens its options then. */
  autoFocus?: boolean;
  onChange: (changes: Record<string, Json>) => void;
}

/** Fields under each other with what is wrong with each; the dialog around it saves. */
export function RecordForm({ fields, values, required = [], error, autoFocus = true, onChange }: RecordFormProps) {
  const t = useText();
  const id = useId();
  const elsewhere = error?.problem.problems?.filter((problem) => !fields.some((field) => field.name === problem.field)) ?? [];
  const general = error && (error.problem.problems?.length ? elsewhere.map((problem) => problem.message).join(' ') : error.message);
  return (
    <>
      {general && <Note kind="danger">{general}</Note>}
      {fields.map((field, index) => {
        const Input = inputOf(field);
        const own = `${id}-${field.name}`;
        const message = error?.messageFor(field.name);
        if (!Input) return null;
        return (
          <FieldFrame key={field.name} id={own} label={field.label} required={field.required || required.includes(field.name)} help={field.help || undefined} error={message}>
            <div className={styles.control}>
              <Input
                id={own}
                field={field}
                record={values}
                value={values[field.name] ?? null}
                invalid={message !== undefined}
                describedBy={message ? `${own}-error` : field.help ? `${own}-help` : undefined}
                autoFocus={autoFocus && index === 0}
                onChange={(value, also) => onChange({ [field.name]: value, ...also })}
              />
            </div>
          </FieldFrame>
        );
      })}
      {fields.length === 0 && <p>{t('form.no_fields')}</p>}
    </>
  );
}
