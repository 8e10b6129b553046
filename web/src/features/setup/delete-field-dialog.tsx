import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { reasonOf } from '@/api/api-error';
import { deleteField, fieldUsageQuery, metadataQuery } from '@/api/metadata';
import { recordsKey } from '@/api/records';
import type { Field, ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { useToast } from '@/ui/toast/use-toast';
import { DeleteDialog } from './delete-dialog';

export function DeleteFieldDialog({ object, field, onClose }: { object: ObjectInfo; field: Field; onClose: () => void }) {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const { data } = useQuery(fieldUsageQuery(object.name, field.name));
  const remove = useMutation({
    mutationFn: () => deleteField(object.name, field.name, true),
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
      title={t('setup.delete_field', { field: field.label })}
      text={t('setup.delete_field_text')}
      uses={(data?.used_by ?? []).map((use) => t('setup.use', { kind: use.kind.replace(/_/g, ' '), name: use.name, object: use.object }))}
      busy={remove.isPending || !data}
      onDelete={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
