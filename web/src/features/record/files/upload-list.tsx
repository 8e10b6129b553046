import { useText } from '@/i18n/use-text';
import { IconButton } from '@/ui/button/icon-button';
import { Icon } from '@/ui/icon/icon';
import type { Uploads } from './use-uploads';
import styles from './files.module.css';

/** What is on its way, in sight wherever one is on the record's page. */
export function UploadList({ uploads }: { uploads: Uploads }) {
  const t = useText();
  if (uploads.running.length === 0) return null;
  return (
    <ul className={styles.uploads} aria-label={t('files.uploads')}>
      {uploads.running.map((upload) => (
        <li key={upload.key}>
          <Icon name={upload.failure ? 'alert-triangle' : 'upload'} size={16} />
          <span className={styles.text}>
            <bdi>{upload.file.name}</bdi>
            {upload.failure ? (
              <small role="alert" className={styles.failed}>
                {upload.failure}
              </small>
            ) : (
              <progress value={upload.share} aria-label={t('files.sending', { name: upload.file.name })} />
            )}
          </span>
          {upload.failure && <IconButton icon="refresh" small label={t('files.retry', { name: upload.file.name })} onClick={() => uploads.retry(upload)} />}
          <IconButton icon="x" small label={t('files.cancel', { name: upload.file.name })} onClick={() => uploads.cancel(upload)} />
        </li>
      ))}
    </ul>
  );
}
