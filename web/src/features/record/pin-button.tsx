import { reasonOf } from '@/api/api-error';
import { useUndoOf } from '@/api/change-sets';
import { nameOf } from '@/api/columns';
import { useSaveRecord } from '@/api/save-record';
import type { ObjectInfo, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { IconButton } from '@/ui/button/icon-button';
import { useToast } from '@/ui/toast/use-toast';
import styles from './timeline.module.css';

/** Puts an entry on top of the timeline for everybody, or back on its day. */
export function PinButton({ object, record }: { object: ObjectInfo; record: RecordData }) {
  const t = useText();
  const toast = useToast();
  const undoOf = useUndoOf();
  const save = useSaveRecord(object.name);
  const name = nameOf(record, object);
  const pinned = record.pinned === true;
  async function toggle() {
    try {
      const { changeSet } = await save(record, { pinned: !pinned });
      toast({ text: t(pinned ? 'timeline.unpinned' : 'timeline.pinned_now', { name }), undo: undoOf(changeSet) });
    } catch (error) {
      toast({ text: reasonOf(error), failed: true });
    }
  }
  return <IconButton icon="pin" small className={styles.pin} label={t('timeline.pin', { name })} aria-pressed={pinned} onClick={() => void toggle()} />;
}
