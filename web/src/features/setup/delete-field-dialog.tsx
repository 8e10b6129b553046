import { useMutation, useQueryClient } from '@tanstack/react-query';
import { reasonOf } from '@/api/api-error';
import { deleteField, metadataQuery } from '@/api/metadata';
import { recordsKey } from '@/api/records';
import type { Field, ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { useToast } from '@/ui/toast/use-toast';
import { DeleteDialog } from './delete-dialog';

export function DeleteFieldDialog({ object, field, onClose }: { object: ObjectInfo; field: Field; onClose: () => void }) {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => deleteField(object.name, field.name),
    onSuccess: async () => {
      await queries.invalidateQueries(metadataQuery);
      void queries.invalidateQueries({ queryKey: recordsKey(object.name) });
      toast({ text: t('setup.field_deleted', { field: field.label }) });
      onClose();
    },
    onError: (error) => toast({ text: reasonOf(error), failed: true }),
  });
  return (
    <DeleteDialog
      object={object}
      field={field}
      title={t('setup.delete_field', { field: field.label })}
      text={t('setup.delete_field_text')}
      busy={remove.isPending}
      onDelete={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
