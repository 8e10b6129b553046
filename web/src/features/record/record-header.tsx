import { lazy, Suspense, useState } from 'react';
import { allowed, fieldOf, useMe } from '@/api/catalogue';
import { nameOf } from '@/api/columns';
import { useFavourites } from '@/api/favourites';
import type { ObjectInfo, RecordData } from '@/api/types';
import { FieldValue } from '@/fields/field-value';
import { useFinishTask } from '@/fields/use-finish-task';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { StarButton } from '@/ui/button/star-button';
import { IconButton } from '@/ui/button/icon-button';
import { Menu } from '@/ui/menu/menu';
import { PictureButton } from './picture-button';
import { RecordActions } from './record-actions';
import { RecordTags } from './record-tags';
import { useRecordCommands } from './use-record-commands';
import { type RecordDialog, useRecordItems } from './use-record-items';
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
  const name = nameOf(record, object);
  const place = `record/${record.id}`;
  const { favourites, toggle } = useFavourites();
  const account = fieldOf(object, 'account_id');
  const owner = fieldOf(object, 'owner_id');

  const { finish } = useFinishTask();
  const [dialog, setDialog] = useState<RecordDialog | null>(null);
  const items = useRecordItems(object, record, setDialog);
  useRecordCommands(object, record, items, onCompose);
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
          <RecordTags object={object} record={record} />
        </div>
      </div>
      <div role="group" aria-label={t('record.actions')} className={styles.actions}>
        <RecordActions object={object} record={record} onCompose={onCompose}>
          {object.name === 'lead' && !record.is_converted && allowed(me, 'lead', 'update') && (
            <Button kind="primary" icon="user-star" onClick={() => setDialog('convert')}>
              {t('convert.menu')}
            </Button>
          )}
          {object.name === 'task' && record.is_closed === false && allowed(me, 'task', 'update') && (
            <Button kind="primary" icon="check" onClick={() => void finish(record)}>
              {t('touch.done')}
            </Button>
          )}
        </RecordActions>
        <Menu target={<IconButton icon="dots" label={t('record.more', { name })} />} sections={() => [{ items }]} />
      </div>
      <Suspense>
        {dialog === 'access' && <AccessDialog object={object} record={record} onClose={() => setDialog(null)} />}
        {dialog === 'convert' && <ConvertDialog lead={object} record={record} onClose={() => setDialog(null)} />}
        {dialog === 'share' && <ShareDialog record={record} name={name} onClose={() => setDialog(null)} />}
      </Suspense>
    </div>
  );
}
