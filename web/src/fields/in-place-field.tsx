import { useRef, useState } from 'react';
import type { Field, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { Icon } from '@/ui/icon/icon';
import { useToast } from '@/ui/toast/use-toast';
import { copiedText } from './copied-text';
import { FieldEditor, type FieldEditorProps } from './field-editor';
import { isEditable } from './field-kits';
import { FieldValue } from './field-value';
import styles from './in-place-field.module.css';
import { whyReadOnly } from './why-read-only';

export interface InPlaceFieldProps {
  field: Field;
  record: RecordData;
  onSave: FieldEditorProps['onSave'];
}

/** A label with its value: text at rest, an edge under the pointer, a control when it is pressed. */
export function InPlaceField({ field, record, onSave }: InPlaceFieldProps) {
  const t = useText();
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const toast = useToast();
  const editable = isEditable(field);
  const copied = copiedText(field, record[field.name]);
  const why = t(whyReadOnly(field), { field: field.label });

  function close() {
    setEditing(false);
    // Whoever edited by keyboard goes on from where they were.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) button.current?.focus();
    });
  }
  return (
    <div className={styles.field}>
      <dt title={field.help || undefined}>{field.label}</dt>
      {editing ? (
        <dd className={styles.editing}>
          <FieldEditor field={field} record={record} onSave={onSave} onClose={close} hint />
        </dd>
      ) : (
        <dd
          className={classNames(editable ? styles.editable : styles.readOnly)}
          onClick={(event) => {
            // Links act; selecting text to copy it is not a wish to edit.
            if (editable && !(event.target as HTMLElement).closest('a') && !window.getSelection()?.toString()) setEditing(true);
          }}
        >
          <span className={styles.value}>
            <FieldValue field={field} record={record} empty="–" />
          </span>
          {copied && (
            <button
              type="button"
              className={styles.copy}
              aria-label={t('field.copy', { field: field.label })}
              onClick={(event) => {
                event.stopPropagation();
                void navigator.clipboard.writeText(copied).then(() => toast({ text: t('field.copied', { value: copied }) }));
              }}
            >
              <Icon name="copy" size={14} />
            </button>
          )}
          {!editable && (
            <button type="button" className={styles.pencil} aria-label={why} data-tooltip={why} data-tells>
              <Icon name="lock" size={14} />
            </button>
          )}
          {editable && (
            <button ref={button} type="button" className={styles.pencil} data-edits aria-label={t('field.edit', { field: field.label })} onClick={() => setEditing(true)}>
              <Icon name="pencil" size={14} />
            </button>
          )}
        </dd>
      )}
    </div>
  );
}
