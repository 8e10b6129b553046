import { useRef, useState } from 'react';
import type { ObjectInfo, RecordData } from '@/api/types';
import { FieldEditor } from '@/fields/field-editor';
import { isEditable } from '@/fields/field-kits';
import { FieldValue } from '@/fields/field-value';
import { useGatedSave } from '@/fields/gate/gate-context';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import styles from './record.module.css';

/** The record's tags, changed in their place. */
export function RecordTags({ object, record }: { object: ObjectInfo; record: RecordData }) {
  const t = useText();
  const save = useGatedSave(object);
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const field = object.fields.find((each) => each.type === 'tags');
  if (!field) return null;
  function close() {
    setEditing(false);
    // Whoever edited by keyboard goes on from where they were.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) button.current?.focus();
    });
  }
  if (editing) return <div className={styles.tags}><FieldEditor field={field} record={record} onSave={save} onClose={close} /></div>;
  const has = Array.isArray(record[field.name]);
  if (!has && !isEditable(field)) return null;
  return (
    <div className={styles.tags}>
      {has && <FieldValue field={field} record={record} />}
      {isEditable(field) && (
        <Button ref={button} small kind="quiet" icon="tag" onClick={() => setEditing(true)}>
          {t(has ? 'tags.edit' : 'tags.add')}
        </Button>
      )}
    </div>
  );
}
