import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { allowed, fieldOf, useMe } from '@/api/catalogue';
import { useUndo } from '@/api/change-sets';
import { nameOf } from '@/api/columns';
import { useFavourites } from '@/api/favourites';
import { deleteRecord, recordsKey } from '@/api/records';
import type { ObjectInfo, RecordData } from '@/api/types';
import { FieldValue } from '@/fields/field-value';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { StarButton } from '@/ui/button/star-button';
import { IconButton } from '@/ui/button/icon-button';
import { Menu } from '@/ui/menu/menu';
import { useToast } from '@/ui/toast/use-toast';
import { PictureButton } from './picture-button';
import { RecordActions } from './record-actions';
import styles from './record.module.css';

const ConvertDialog = lazy(async () => ({ default: (await import('@/fields/convert/convert-dialog')).ConvertDialog }));
const AccessDialog = lazy(async () => ({ default: (await import('./access-dialog')).AccessDialog }));
const ShareDialog = lazy(async () => ({ default: (await import('./share-dialog')).ShareDialog }));

export interface RecordHeaderProps {
  object: ObjectInfo;
  record: RecordData;
  /** Opens the composer for that kind of activity; undefined where there is no timeline. */
  onCompose?: (kind: string) => void;
}

/** Who or what it is, whose it is, and what one does with it first. */
export function RecordHeader({ object, record, onCompose }: RecordHeaderProps) {
  const t = useText();
  const me = useMe();
  const toast = useToast();
  const queries = useQueryClient();
  const undo = useUndo();
  const navigate = useNavigate();
  const name = nameOf(record, object);
  const place = `record/${record.id}`;
  const { favourites, toggle } = useFavourites();
  const account = fieldOf(object, 'account_id');
  const owner = fieldOf(object, 'owner_id');

  const [dialog, setDialog] = useState<'access' | 'convert' | 'share' | null>(null);
  const shares = object.children.some((child) => child.object === 'record_share') && allowed(me, 'record_share', 'create');

  async function remove() {
    let changeSet: number | undefined;
    try {
      ({ changeSet } = await deleteRecord(object.name, record.id));
    } catch (error) {
      return toast({ text: t('record.not_deleted', { name, reason: reasonOf(error) }), failed: true });
    }
    await navigate({ to: '/o/$object', params: { object: object.name } });
    queries.removeQueries({ queryKey: [...recordsKey(object.name), 'one', record.id] });
    void queries.invalidateQueries({ queryKey: recordsKey(object.name) });
    toast({
      text: t('record.deleted', { name }),
      undo: async () => {
        if (changeSet !== undefined) await undo([changeSet]);
        await navigate({ to: '/o/$object/$id', params: { object: object.name, id: record.id } });
      },
    });
  }
  return (
    <div className={styles.header}>
      <div className={styles.who}>
        <PictureButton object={object} record={record} size={40} />
        <div className={styles.identity}>
          <div className={styles.title}>
            <h1>
              <bdi>{name}</bdi>
            </h1>
            <StarButton on={favourites.includes(place)} label={t(favourites.includes(place) ? 'frame.favourite_remove' : 'frame.favourite_add')} onToggle={() => toggle(place)} />
          </div>
          <div className={styles.subtitle}>
            <span>{object.label}</span>
            {account && <FieldValue field={account} record={record} />}
            {owner && <FieldValue field={owner} record={record} />}
          </div>
        </div>
      </div>
      <div role="group" aria-label={t('record.actions')} className={styles.actions}>
        <RecordActions object={object} record={record} onCompose={onCompose}>
          {object.name === 'lead' && !record.is_converted && allowed(me, 'lead', 'update') && (
            <Button kind="primary" icon="user-star" onClick={() => setDialog('convert')}>
              {t('convert.menu')}
            </Button>
          )}
        </RecordActions>
        <Menu
          target={<IconButton icon="dots" label={t('record.more', { name })} />}
          sections={() => [
            {
              items: [
                { id: 'access', label: t('access.menu'), icon: 'user-shield', run: () => setDialog('access') },
                ...(shares ? [{ id: 'share', label: t('share.menu'), icon: 'share' as const, run: () => setDialog('share') }] : []),
                { id: 'copy', label: t('record.copy_link'), icon: 'link', run: () => void navigator.clipboard.writeText(window.location.href).then(() => toast({ text: t('record.link_copied') })) },
                ...(me.administrator ? [{ id: 'setup', label: t('list.edit_object', { object: object.label }), icon: 'settings' as const, run: () => void navigate({ to: '/setup/$object', params: { object: object.name } }) }] : []),
                ...(allowed(me, object.name, 'delete') ? [{ id: 'delete', label: t('common.delete'), icon: 'trash' as const, danger: true, run: () => void remove() }] : []),
              ],
            },
          ]}
        />
      </div>
      <Suspense>
        {dialog === 'access' && <AccessDialog object={object} record={record} onClose={() => setDialog(null)} />}
        {dialog === 'convert' && <ConvertDialog lead={object} record={record} onClose={() => setDialog(null)} />}
        {dialog === 'share' && <ShareDialog record={record} name={name} onClose={() => setDialog(null)} />}
      </Suspense>
    </div>
  );
}
