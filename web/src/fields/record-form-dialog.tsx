import { type ReactNode, useState } from 'react';
import { ApiError, reasonOf } from '@/api/api-error';
import type { Field, Json, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { RecordForm } from './record-form';

export interface RecordFormDialogProps {
  title: string;
  mark?: ReactNode;
  fields: readonly Field[];
  /** What the form begins with. */
  initial: RecordData;
  required?: readonly string[];
  /** Fields that these values do not call for: not shown, and what stands in them is kept. */
  unshown?: (values: RecordData) => ReadonlySet<string>;
  /** Label of the button that saves. */
  submit: string | ((values: RecordData) => string);
  danger?: boolean;
  /** What helps to fill the fields, above them. */
  helps?: (values: RecordData, onChange: (changes: Record<string, Json>) => void) => ReactNode;
  /** What is noticed about the values while they are typed, under the fields. */
  hints?: (values: RecordData, onChange: (changes: Record<string, Json>) => void) => ReactNode;
  /** More room, for a form of many fields. */
  wide?: boolean;
  /** More buttons, before the one that saves. */
  footer?: ReactNode;
  /** `changes` holds what was typed. Throws when it is refused: the dialog stays open and says why. */
  onSubmit: (changes: Record<string, Json>, values: RecordData) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for a few fields of a record, and keeps what was typed until the server has taken it. */
export function RecordFormDialog({ title, mark, fields, initial, required, unshown, submit, danger, helps, hints, wide, footer, onSubmit, onClose }: RecordFormDialogProps) {
  const t = useText();
  const [values, setValues] = useState(initial);
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);

  function change(changes: Record<string, Json>) {
    setError(null);
    setValues((before) => ({ ...before, ...changes }));
  }
  async function save() {
    const missing = (required ?? []).filter((name) => values[name] === null || values[name] === undefined || values[name] === '');
    if (missing.length > 0) {
      const problems = missing.map((field) => ({ field, code: 'required', message: t('form.needed') }));
      return setError(new ApiError({ title: '', status: 422, code: 'required', detail: '', problems }));
    }
    setBusy(true);
    try {
      const changes = Object.fromEntries(fields.map((field) => [field.name, values[field.name]]).filter(([, value]) => value !== undefined)) as Record<string, Json>;
      await onSubmit(changes, values);
    } catch (thrown) {
      setError(thrown instanceof ApiError ? thrown : new ApiError({ title: '', status: 0, code: 'unknown', detail: reasonOf(thrown) }));
    }
    setBusy(false);
  }
  const hidden = unshown?.(values);
  return (
    <Dialog
      title={title}
      mark={mark}
      wide={wide}
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <>
          {footer}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind={danger ? 'danger' : 'primary'} type="submit" busy={busy}>
            {typeof submit === 'string' ? submit : submit(values)}
          </Button>
        </>
      }
    >
      {helps?.(values, change)}
      <RecordForm
        fields={hidden ? fields.filter((field) => !hidden.has(field.name) || field.required || error?.messageFor(field.name)) : fields}
        values={values}
        required={required}
        error={error}
        onChange={change}
      />
      {hints?.(values, change)}
    </Dialog>
  );
}
