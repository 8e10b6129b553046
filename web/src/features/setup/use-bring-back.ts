import { useQueryClient } from '@tanstack/react-query';
import { reasonOf } from '@/api/api-error';
import { bringBackField, type DeletedField, metadataQuery } from '@/api/metadata';
import { recordsKey } from '@/api/records';
import type { ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { useToast } from '@/ui/toast/use-toast';

/** Brings a deleted field back, and says what of it could not be as it was, or why it stays deleted. */
export function useBringBack(object: ObjectInfo): (field: Pick<DeletedField, 'id' | 'label'>) => Promise<void> {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  return async ({ id, label }) => {
    try {
      const { without, emptied } = await bringBackField(object.name, id);
      const told = [
        t('setup.brought_back', { field: label }),
        without.includes('required') && t('setup.no_longer_required'),
        without.some((setting) => setting !== 'required') && t('setup.no_longer_unique'),
        emptied > 0 && t('setup.references_emptied', { count: emptied }),
      ];
      toast({ text: told.filter(Boolean).join(' ') });
    } catch (error) {
      toast({ text: t('setup.stays_deleted', { field: label, reason: reasonOf(error) }), failed: true });
    }
    await queries.invalidateQueries(metadataQuery);
    void queries.invalidateQueries({ queryKey: recordsKey(object.name) });
  };
}
