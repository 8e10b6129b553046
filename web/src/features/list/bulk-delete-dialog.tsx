import { useQuery } from '@tanstack/react-query';
import { reasonOf } from '@/api/api-error';
import { fieldOf, useCatalogue, useMe } from '@/api/catalogue';
import { soqlQuery } from '@/api/soql';
import type { ObjectInfo } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { Note } from '@/ui/note/note';

export interface BulkDeleteDialogProps {
  object: ObjectInfo;
  ids: string[];
  onDelete: () => void;
  onClose: () => void;
}

/** Says what goes when many records go: how many, what goes along, and how many belong to others. */
export function BulkDeleteDialog({ object, ids, onDelete, onClose }: BulkDeleteDialogProps) {
  const t = useText();
  const me = useMe();
  const catalogue = useCatalogue();
  const { locale } = useFormats();
  const count = ids.length;
  const asked = soqlQuery(object.name, `SELECT COUNT(id) total FROM ${object.name} WHERE owner_id != '${me.user.id}'`, { field: 'id', op: 'in', value: ids });
  const { data, error } = useQuery({ ...asked, enabled: fieldOf(object, 'owner_id') !== undefined });
  const others = Number(data?.[0]?.total ?? 0);
  const parts = object.children
    .map(({ object: name, field }) => ({ child: catalogue.find(name), field }))
    .flatMap(({ child, field }) => (child && fieldOf(child, field)?.type === 'master_detail' ? [child.plural_label] : []));
  return (
    <Dialog
      title={t('list.delete_title', { count })}
      onClose={onClose}
      onSubmit={onDelete}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="danger" type="submit">
            {t('list.delete_submit', { count })}
          </Button>
        </>
      }
    >
      <p>{t('list.delete_text')}</p>
      {parts.length > 0 && <p>{t('list.delete_parts', { objects: new Intl.ListFormat(locale).format([...new Set(parts)]) })}</p>}
      {others > 0 && <Note kind="warning">{t('list.delete_others', { count: others })}</Note>}
      {error && <Note kind="danger">{reasonOf(error)}</Note>}
    </Dialog>
  );
}
