import { useMutation } from '@tanstack/react-query';
import { reasonOf } from '@/api/api-error';
import { useMe } from '@/api/catalogue';
import { type ExportFormat, exportList } from '@/api/exports';
import type { ListRequest } from '@/api/list-request';
import { useText } from '@/i18n/use-text';
import { download } from '@/lib/download';
import type { MenuItem } from '@/ui/menu/menu';
import { useToast } from '@/ui/toast/use-toast';

/** The ways in which a list is taken home, as entries of a menu; none for those who may not. */
export function useExport(list: ListRequest): MenuItem[] {
  const t = useText();
  const me = useMe();
  const toast = useToast();
  const { mutate, isPending } = useMutation({
    mutationFn: (format: ExportFormat) => exportList(list, format),
    onSuccess: (file, format) => download(`${list.object}.${format}`, file),
    onError: (error) => toast({ text: t('list.export_failed', { reason: reasonOf(error) }), failed: true }),
  });
  return me.permissions.export ? (['csv', 'xlsx'] as const).map((format) => ({ id: `export-${format}`, label: t(`list.export_${format}`), icon: 'upload', disabled: isPending, run: () => mutate(format) })) : [];
}
