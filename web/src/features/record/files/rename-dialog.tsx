import { fieldOf } from '@/api/catalogue';
import { useUndoOf } from '@/api/change-sets';
import { useSaveRecord } from '@/api/save-record';
import type { ObjectInfo, RecordData } from '@/api/types';
import { RecordFormDialog } from '@/fields/record-form-dialog';
import { useText } from '@/i18n/use-text';
import { useToast } from '@/ui/toast/use-toast';

export function RenameDialog({ object, file, onClose }: { object: ObjectInfo; file: RecordData; onClose: () => void }) {
  const t = useText();
  const toast = useToast();
  const undoOf = useUndoOf();
  const save = useSaveRecord('file');
  const field = fieldOf(object, 'name');
  return (
    <RecordFormDialog
      title={t('common.rename')}
      fields={field ? [field] : []}
      initial={file}
      required={['name']}
      submit={t('common.rename')}
      onClose={onClose}
      onSubmit={async ({ name = null }) => {
        const { changeSet } = await save(file, { name });
        toast({ text: t('files.renamed', { name: String(name) }), undo: undoOf(changeSet) });
        onClose();
      }}
    />
  );
}
