import { allowed, useMe } from '@/api/catalogue';
import { contentUrl, previewOf } from '@/api/files';
import type { RecordData } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { IconButton } from '@/ui/button/icon-button';
import { Icon } from '@/ui/icon/icon';
import { Menu } from '@/ui/menu/menu';
import type { MenuItem } from '@/ui/menu/menu';
import styles from './files.module.css';

export interface FileRowProps {
  file: RecordData;
  onPreview: () => void;
  onRename: () => void;
  onRemove: () => void;
}

/** A file with what it looks like, how large it is, and what can be done with it. */
export function FileRow({ file, onPreview, onRename, onRemove }: FileRowProps) {
  const t = useText();
  const me = useMe();
  const formats = useFormats();
  const name = String(file.name);
  const link = typeof file.url === 'string' && file.url !== '' ? file.url : undefined;
  const preview = link ? undefined : previewOf(file.content_type);
  const items: MenuItem[] = [
    ...(preview ? [{ id: 'preview', label: t('files.preview'), icon: 'eye' as const, run: onPreview }] : []),
    ...(link ? [] : [{ id: 'download', label: t('files.download'), icon: 'download' as const, run: () => window.location.assign(contentUrl(file.id, true)) }]),
    ...(allowed(me, 'file', 'update') ? [{ id: 'rename', label: t('common.rename'), icon: 'pencil' as const, run: onRename }] : []),
    ...(allowed(me, 'file', 'delete') ? [{ id: 'delete', label: t('common.delete'), icon: 'trash' as const, danger: true, run: onRemove }] : []),
  ];
  return (
    <div className={styles.file}>
      <span className={styles.thumbnail}>{preview === 'image' ? <img src={contentUrl(file.id)} alt="" loading="lazy" /> : <Icon name={link ? 'link' : preview === 'page' ? 'file-text' : 'paperclip'} size={16} />}</span>
      <span className={styles.text}>
        {preview ? (
          <button type="button" className={styles.name} onClick={onPreview}>
            <bdi>{name}</bdi>
          </button>
        ) : (
          <a className={styles.name} href={link ?? contentUrl(file.id, true)} {...(link ? { target: '_blank', rel: 'noopener noreferrer' } : { download: true })}>
            <bdi>{name}</bdi>
          </a>
        )}
        <small>{[typeof file.size === 'number' && formats.bytes(file.size), typeof file.created_at === 'string' && formats.ago(file.created_at)].filter(Boolean).join(' · ')}</small>
      </span>
      <Menu target={<IconButton icon="dots" small label={t('list.row_menu', { name })} />} sections={() => [{ items }]} />
    </div>
  );
}
