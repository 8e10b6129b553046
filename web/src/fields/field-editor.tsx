import { useId, useRef, useState } from 'react';
import { ApiError, reasonOf } from '@/api/api-error';
import { ConflictError } from '@/api/save-record';
import type { Field, Json, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { announce } from '@/ui/announcer/announce';
import { Button } from '@/ui/button/button';
import { InputError } from '@/ui/input/field-frame';
import { VisuallyHidden } from '@/ui/text/visually-hidden';
import { timeBeside } from './date/time-beside';
import { GateCancelled } from './gate/gate-context';
import { inputOf, kitOf } from './field-kits';
import { FieldValue } from './field-value';
import styles from './fields.module.css';

export interface FieldEditorProps {
  field: Field;
  record: RecordData;
  /** Throws when the value is refused; ConflictError when somebody else was faster. */
  onSave: (before: RecordData, changes: Record<string, Json>, also?: Record<string, Json>) => Promise<unknown>;
  onClose: () => void;
  /** Says how to save and cancel; off where there is no room. */
  hint?: boolean;
}

/** One field in edit: Enter or leaving saves, Esc cancels, and nothing that was typed is lost when the server refuses it. */
export function FieldEditor({ field, record, onSave, onClose, hint }: FieldEditorProps) {
  const t = useText();
  const id = useId();
  const Input = inputOf(field);
  const { multiline } = kitOf(field);
  // What it was when editing began: a refresh in the background does not move the ground.
  const [before, setBefore] = useState(record);
  const [draft, setDraft] = useState<Json>(record[field.name] ?? null);
  const latest = useRef<{ value: Json; also?: Record<string, Json> }>({ value: draft });
  const [problem, setProblem] = useState<string | null>(null);
  const [conflict, setConflict] = useState<RecordData | null>(null);
  const [saving, setSaving] = useState(false);

  async function save(onTopOf = before) {
    const { value, also } = latest.current;
    if (saving) return;
    if (JSON.stringify(value) === JSON.stringify(onTopOf[field.name] ?? null)) return onClose();
    setSaving(true);
    try {
      const beside = timeBeside(field);
      await onSave(onTopOf, { [field.name]: value, ...(beside && also?.[beside] && { [beside]: also[beside] }) }, also);
      announce(t('field.saved', { field: field.label }));
      onClose();
    } catch (error) {
      if (error instanceof GateCancelled) return onClose();
      setSaving(false);
      if (error instanceof ConflictError) return setConflict(error.latest);
      setProblem((error instanceof ApiError && error.messageFor(field.name)) || reasonOf(error));
    }
  }
  // Somebody else's value came while this one is typed: it is told, and what is typed stays.
  const theirs = JSON.stringify(record[field.name] ?? null) !== JSON.stringify(before[field.name] ?? null);
  if (!Input) return null;
  return (
    <div
      className={styles.edit}
      aria-busy={saving || undefined}
      onKeyDown={(event) => {
        // A dialog that the control has opened has keys of its own, and Enter presses a button.
        if (!event.currentTarget.contains(event.target as Node)) return;
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        } else if (event.key === 'Enter' && !event.defaultPrevented && !(event.target as Element).closest('button') && (!multiline || event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
          event.preventDefault();
          void save();
        }
      }}
      onBlur={(event) => {
        const dialogOf = (element: Element | null) => element?.closest('[role="dialog"]') ?? null;
        const own = dialogOf(event.currentTarget);
        if (dialogOf(event.target) !== own || (event.relatedTarget && dialogOf(event.relatedTarget) !== own)) return;
        if (!event.currentTarget.contains(event.relatedTarget) && !conflict && document.hasFocus()) void save();
      }}
    >
      <label htmlFor={id}>
        <VisuallyHidden>{field.label}</VisuallyHidden>
      </label>
      <Input
        id={id}
        field={field}
        record={{ ...record, ...latest.current.also }}
        value={draft}
        invalid={problem !== null}
        describedBy={problem ? `${id}-error` : undefined}
        autoFocus
        onChange={(value, also) => {
          latest.current = { value, also };
          setDraft(value);
          setProblem(null);
        }}
        onDone={() => void save()}
      />
      {problem && <InputError id={`${id}-error`}>{problem}</InputError>}
      {conflict && (
        <div role="alert" className={styles.bar}>
          <span>{t('field.conflict')}</span>
          <FieldValue field={field} record={conflict} empty={t('field.empty')} />
          <Button
            small
            onClick={() => {
              setBefore(conflict);
              setConflict(null);
              void save(conflict);
            }}
          >
            {t('field.keep_mine')}
          </Button>
          <Button small onClick={onClose}>
            {t('field.take_theirs')}
          </Button>
        </div>
      )}
      {theirs && !conflict && !saving && (
        <div role="status" className={styles.bar}>
          <span>{t('field.changed_meanwhile')}</span>
          <FieldValue field={field} record={record} empty={t('field.empty')} />
        </div>
      )}
      {hint && !problem && !conflict && <p className={classNames(styles.hint, !saving && styles.keys)}>{t(saving ? 'field.saving' : multiline ? 'field.editing_hint_multiline' : 'field.editing_hint')}</p>}
    </div>
  );
}
