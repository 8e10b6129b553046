import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { useMe } from '@/api/catalogue';
import { useUndo } from '@/api/change-sets';
import { nameOf } from '@/api/columns';
import { holdsFiles, uploadFile } from '@/api/files';
import { setPhoto, setsOwnPhoto } from '@/api/photos';
import { pictureOf } from '@/api/pictures';
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
  const me = useMe();
  const save = useSaveRecord(object.name);
  const [busy, setBusy] = useState(false);
  const name = nameOf(record, object);
  const relation = field?.relation ?? '';
  const own = object.name === 'user' && setsOwnPhoto(me, record.id);

  /** Does that, tells of it, and offers to take it back. */
  async function tell(act: () => Promise<() => Promise<void>>, done: string) {
    setBusy(true);
    try {
      toast({ text: done, undo: await act() });
    } catch (error) {
      toast({ text: t('picture.failed', { reason: reasonOf(error) }), failed: true });
    }
    setBusy(false);
  }
  /** Undoes all that was done. */
  const undoing = (...changeSets: (number | undefined)[]) => () => undo(changeSets.filter((each) => each !== undefined));

  /** People may not change users, but set their own photo; to take that back is to set the one before. */
  async function setOwn(file: string | null) {
    await setPhoto(record.id, file);
    await queries.invalidateQueries({ queryKey: recordsKey('user') });
  }
  const before = pictureOf(record, object) ?? null;
  const set = (file: File | undefined) =>
    file &&
    field &&
    tell(async () => {
      const small = await shrunkPicture(file);
      if (!small) throw new Error(t('picture.unreadable'));
      // Where it belongs to the record, who sees one sees the other.
      const kept = await uploadFile(small, holdsFiles(object) ? record.id : undefined, {});
      void queries.invalidateQueries({ queryKey: recordsKey('file') });
      if (own) {
        await setOwn(kept.answer.id);
        return () => setOwn(before);
      }
      const saved = await save(record, { [field.name]: kept.answer.id }, { [relation]: { name: small.name } });
      return undoing(kept.changeSet, saved.changeSet);
    }, t('picture.set', { name }));
  const remove = () =>
    field &&
    tell(async () => {
      if (own) {
        await setOwn(null);
        return () => setOwn(before);
      }
      return undoing((await save(record, { [field.name]: null }, { [relation]: null })).changeSet);
    }, t('picture.removed', { name }));
  return { busy, set: (file: File | undefined) => void set(file), remove: () => void remove() };
}
