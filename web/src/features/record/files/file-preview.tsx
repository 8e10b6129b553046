import { contentUrl, previewOf } from '@/api/files';
import type { RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import styles from './files.module.css';

/** A picture, PDF or text as it is. The server gives it a policy under which nothing in it can run, and the frame adds its own. */
export function FilePreview({ file, onClose }: { file: RecordData; onClose: () => void }) {
  const t = useText();
  const name = String(file.name);
  const isText = file.content_type === 'text/plain';
  return (
    <Dialog
      title={name}
      wide
      onClose={onClose}
      footer={
        <Button icon="download" onClick={() => window.location.assign(contentUrl(file.id, true))}>
          {t('files.download')}
        </Button>
      }
    >
      {previewOf(file.content_type) === 'image' ? (
        <img className={styles.picture} src={contentUrl(file.id)} alt={name} />
      ) : (
        // Browsers show no PDF in a sandbox; the policy of the content forbids it everything else.
        <iframe className={styles.page} src={contentUrl(file.id)} title={name} {...(isText ? { sandbox: '' } : {})} />
      )}
    </Dialog>
  );
}
