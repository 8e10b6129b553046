import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { failureOf } from '@/api/api-error';
import { useCatalogue } from '@/api/catalogue';
import { fieldsOfPage, nameOf } from '@/api/columns';
import { pictureOf } from '@/api/pictures';
import { recordQuery } from '@/api/records';
import { RecordAvatar } from '@/fields/record-avatar';
import { useText } from '@/i18n/use-text';
import { IconButton } from '@/ui/button/icon-button';
import { Icon } from '@/ui/icon/icon';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { Details } from './details';
import { UploadList } from './files/upload-list';
import { useUploads } from './files/use-uploads';
import { Highlights } from './highlights';
import { RecordStages } from './record-stages';
import { RelatedLists } from './related-lists';
import styles from './peek.module.css';

export interface PeekPanelProps {
  id: string;
  onClose: () => void;
}

/** A record beside the page that one is on: read, edited and moved on there, without leaving it. */
export function PeekPanel({ id, onClose }: PeekPanelProps) {
  const t = useText();
  const catalogue = useCatalogue();
  const object = catalogue.objectOfId(id);
  const panel = useRef<HTMLElement>(null);
  const uploads = useUploads(id);
  const { data: record, error, refetch } = useQuery({ ...recordQuery(object?.name ?? '', id, object ? fieldsOfPage(object, catalogue) : []), enabled: object !== undefined });

  useEffect(() => {
    // Keys that move in the list behind it stay with the list.
    const own = panel.current;
    const held = document.activeElement as HTMLElement | null;
    if (!held?.closest('[role="grid"]')) own?.focus();
    return () => {
      if (own?.contains(document.activeElement)) held?.focus();
    };
  }, []);
  if (!object) return null;
  const name = record ? nameOf(record, object) : '';
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={styles.panel}
      aria-label={t('peek.panel', { name })}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <header className={styles.bar}>
        <Link to="/o/$object/$id" params={{ object: object.name, id }} search={(before) => ({ ...before, peek: undefined })} className={styles.open}>
          <Icon name="arrows-diagonal" size={14} />
          {t('peek.full')}
        </Link>
        <IconButton icon="x" small label={t('common.close')} shortcut="Esc" onClick={onClose} />
      </header>
      {error && <ErrorState title={t('record.failed')} {...failureOf(error)} onRetry={() => void refetch()} />}
      {!record && !error && <SkeletonRows rows={10} />}
      {record && (
        <div className={styles.body}>
          <div className={styles.identity}>
            <RecordAvatar object={object} name={name} size={32} picture={pictureOf(record, object)} />
            <h2>
              <bdi>{name}</bdi>
            </h2>
          </div>
          <RecordStages object={object} record={record} />
          <Highlights object={object} record={record} />
          <Details object={object} record={record} />
          <RelatedLists object={object} record={record} uploads={uploads} />
        </div>
      )}
      <UploadList uploads={uploads} />
    </aside>
  );
}
