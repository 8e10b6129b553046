import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { fieldOf, useCatalogue, useMe } from '@/api/catalogue';
import { useUndoOf } from '@/api/change-sets';
import { createRecord, recordsKey } from '@/api/records';
import type { Field, Json, ObjectInfo, RecordData } from '@/api/types';
import { isEditable } from '@/fields/field-kits';
import { RecordFormDialog } from '@/fields/record-form-dialog';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { ObjectTile } from '@/ui/avatar/object-tile';
import { Button } from '@/ui/button/button';
import { Checkbox } from '@/ui/input/checkbox';
import { useToast } from '@/ui/toast/use-toast';
import { Note } from '@/ui/note/note';
import { Dialog } from '@/ui/dialog/dialog';
import { createFields, fullFields, initialValues } from './create-fields';
import { FormHints } from './form-hints';
import { PasteContact, tellsOfPeople } from './paste-contact';
import styles from './create.module.css';

export interface QuickCreateProps {
  objectName: string;
  /** Values that the record begins with. */
  preset?: Record<string, Json>;
  onClose: () => void;
}

/** A small form for a new record of any object: what it must have, and the few fields that its layout asks for. */
export function QuickCreate({ objectName, preset, onClose }: QuickCreateProps) {
  const t = useText();
  const object = useCatalogue().find(objectName);
  if (!object) {
    return (
      <Dialog title={t('error.no_object')} onClose={onClose}>
        <Note kind="danger">{t('error.no_object_text', { name: objectName })}</Note>
      </Dialog>
    );
  }
  return <CreateForm object={object} preset={preset} onClose={onClose} />;
}

function CreateForm({ object, preset = {}, onClose }: { object: ObjectInfo; preset?: Record<string, Json>; onClose: () => void }) {
  const t = useText();
  const me = useMe();
  const toast = useToast();
  const undoOf = useUndoOf();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { today } = useFormats();
  const [again, setAgain] = useState(false);
  const [round, setRound] = useState(0);
  const [full, setFull] = useState(false);
  const [pasted, setPasted] = useState<string[]>([]);
  const asked = createFields(object, preset);
  // What was pasted is seen before it is saved, whichever fields the form has.
  const short = [...asked, ...pasted.map((name) => fieldOf(object, name)).filter((field) => field !== undefined && !asked.includes(field))] as Field[];
  const more = fullFields(object, short, preset);
  const fields: Field[] = full ? [...short, ...more] : short;
  const initial: RecordData = { id: '', ...initialValues(fields, me, today), ...preset };

  async function save(changes: Record<string, Json>) {
    // What was preset and is not asked for goes along: the record that it hangs on.
    const fixed = Object.entries(preset).filter(([name]) => fieldOf(object, name) && isEditable(fieldOf(object, name) as Field));
    const given = { ...Object.fromEntries(fixed), ...changes };
    const { answer: made, changeSet } = await createRecord(object.name, Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== '')));
    void queries.invalidateQueries({ queryKey: recordsKey(object.name) });
    toast({ text: t('create.made', { object: object.label }), undo: undoOf(changeSet) });
    if (again) return setRound(round + 1);
    // Adding to a record leaves one where one was; a record of its own is opened.
    const attached = Object.keys(preset).some((name) => typeof preset[name] === 'string' && name.endsWith('_id') && name !== 'pipeline_id');
    if (attached || object.hidden) onClose();
    else await navigate({ to: '/o/$object/$id', params: { object: object.name, id: made.id } });
  }
  return (
    <RecordFormDialog
      key={round}
      title={t('commands.new', { object: object.label })}
      mark={<ObjectTile icon={object.icon} tint={object.tint} size={24} />}
      fields={fields}
      initial={initial}
      wide={full}
      helps={(values, onChange) =>
        tellsOfPeople(object) && (
          <PasteContact
            object={object}
            values={values}
            onTake={(changes, names) => {
              setPasted([...new Set([...pasted, ...names])]);
              onChange(changes);
            }}
          />
        )
      }
      hints={(values, onChange) => <FormHints object={object} values={values} onChange={onChange} />}
      submit={t('create.create')}
      footer={
        <>
        {!full && more.length > 0 && (
          <Button small kind="quiet" className={styles.full} onClick={() => setFull(true)}>
            {t('create.full')}
          </Button>
        )}
        <Checkbox checked={again} onChange={(event) => setAgain(event.target.checked)}>
          {t('create.another')}
        </Checkbox>
        </>
      }
      onSubmit={save}
      onClose={onClose}
    />
  );
}
