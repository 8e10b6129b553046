import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { ApiError } from '@/api/api-error';
import { fieldOf, useCatalogue, useMe } from '@/api/catalogue';
import { useUndoOf } from '@/api/change-sets';
import { comparedValues } from '@/api/likely-duplicates';
import { createRecord, recordsKey } from '@/api/records';
import { unshownFields } from '@/api/section-conditions';
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

const ConvertTyped = lazy(async () => ({ default: (await import('./convert-typed')).ConvertTyped }));
const MergeIntoDialog = lazy(async () => ({ default: (await import('./merge-into-dialog')).MergeIntoDialog }));

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
  // What was not saved because something like it is there: saved as it is all the same, when it is sent once more.
  const [refused, setRefused] = useState('');
  const [merging, setMerging] = useState<{ id: string; typed: Record<string, Json> } | null>(null);
  const [converting, setConverting] = useState<{ id: string; typed: Record<string, Json> } | null>(null);
  const more = fullFields(object, short, preset);
  const fields: Field[] = full ? [...short, ...more] : short;
  // Sections ask about fields that the form has not, too.
  const begun = initialValues(object.fields, me, today);
  const initial: RecordData = { id: '', ...initialValues(fields, me, today), ...preset };

  const compared = (values: RecordData) => JSON.stringify(comparedValues(object, values));
  /** What does not stand in every new record. */
  const typedIn = (values: RecordData) => Object.fromEntries(Object.entries(values).filter(([name, value]) => name !== 'id' && (name in preset || JSON.stringify(value) !== JSON.stringify(initial[name])))) as Record<string, Json>;

  async function save(changes: Record<string, Json>, values: RecordData) {
    // What was preset and is not asked for goes along: the record that it hangs on.
    const fixed = Object.entries(preset).filter(([name]) => fieldOf(object, name) && isEditable(fieldOf(object, name) as Field));
    const given = { ...Object.fromEntries(fixed), ...changes };
    const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== ''));
    const written = await createRecord(object.name, fields, { refuseDuplicates: refused !== compared(values) }).catch((error: unknown) => {
      if (!(error instanceof ApiError) || error.code !== 'duplicate_record') throw error;
      setRefused(compared(values));
    });
    if (!written) return;
    const { answer: made, changeSet } = written;
    void queries.invalidateQueries({ queryKey: recordsKey(object.name) });
    toast({ text: t('create.made', { object: object.label }), undo: undoOf(changeSet) });
    setRefused('');
    if (again) return setRound(round + 1);
    // Adding to a record leaves one where one was; a record of its own is opened.
    const attached = Object.keys(preset).some((name) => typeof preset[name] === 'string' && name.endsWith('_id') && name !== 'pipeline_id');
    if (attached || object.hidden) onClose();
    else await navigate({ to: '/o/$object/$id', params: { object: object.name, id: made.id } });
  }
  return (
    <>
      <RecordFormDialog
        key={round}
        title={t('commands.new', { object: object.label })}
        mark={<ObjectTile icon={object.icon} tint={object.tint} size={24} />}
        fields={fields}
        initial={initial}
        wide={full}
        unshown={(values) => unshownFields(object, { ...begun, ...values }, me.user.id)}
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
        hints={(values, onChange) => <FormHints object={object} values={values} refused={refused === compared(values)} onChange={onChange} onMerge={(id) => setMerging({ id, typed: typedIn(values) })} onConvert={(id) => setConverting({ id, typed: typedIn(values) })} />}
        submit={(values) => t(refused === compared(values) ? 'create.anyway' : 'create.create')}
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
      {converting && (
        <Suspense>
          <ConvertTyped {...converting} onClose={() => setConverting(null)} />
        </Suspense>
      )}
      {merging && (
        <Suspense>
          <MergeIntoDialog
            object={object}
            id={merging.id}
            typed={merging.typed}
            onMerged={() => void navigate({ to: '/o/$object/$id', params: { object: object.name, id: merging.id } })}
            onClose={() => setMerging(null)}
          />
        </Suspense>
      )}
    </>
  );
}
