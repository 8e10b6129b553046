import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { useUndo } from '@/api/change-sets';
import { nameOf } from '@/api/columns';
import { holdsFiles, uploadFile } from '@/api/files';
import { recordsKey } from '@/api/records';
import { useSaveRecord } from '@/api/save-record';
import type { Field, ObjectInfo, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { shrunkPicture } from '@/lib/shrink-picture';
import { useToast } from '@/ui/toast/use-toast';

/** Sets the picture of a record, or takes it off; both can be undone. */
export function usePicture(object: ObjectInfo, record: RecordData, field: Field | undefined) {
  const t = useText();
  const toast = useToast();
  const undo = useUndo();
  const queries = useQueryClient();
  const save = useSaveRecord(object.name);
  const [busy, setBusy] = useState(false);
  const name = nameOf(record, object);
  const relation = field?.relation ?? '';

  /** Does that, tells of it, and offers to undo all that it did. */
  async function tell(act: () => Promise<(number | undefined)[]>, done: string) {
    setBusy(true);
    try {
      const changeSets = (await act()).filter((each) => each !== undefined);
      toast({ text: done, undo: changeSets.length > 0 ? () => undo(changeSets) : undefined });
    } catch (error) {
      toast({ text: t('picture.failed', { reason: reasonOf(error) }), failed: true });
    }
    setBusy(false);
  }
  const set = (file: File | undefined) =>
    file &&
    field &&
    tell(async () => {
      const small = await shrunkPicture(file);
      if (!small) throw new Error(t('picture.unreadable'));
      // Where it belongs to the record, who sees one sees the other.
      const kept = await uploadFile(small, holdsFiles(object) ? record.id : undefined, {});
      void queries.invalidateQueries({ queryKey: recordsKey('file') });
      const saved = await save(record, { [field.name]: kept.answer.id }, { [relation]: { name: small.name } });
      return [kept.changeSet, saved.changeSet];
    }, t('picture.set', { name }));
  const remove = () => field && tell(async () => [(await save(record, { [field.name]: null }, { [relation]: null })).changeSet], t('picture.removed', { name }));
  return { busy, set: (file: File | undefined) => void set(file), remove: () => void remove() };
}
