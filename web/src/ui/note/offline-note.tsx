import { useSyncExternalStore } from 'react';
import { useText } from '@/i18n/use-text';
import { Icon } from '../icon/icon';
import styles from './note.module.css';

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Says that what is shown is what was read last, while there is no network. */
export function OfflineNote() {
  const t = useText();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status" className={styles.offline}>
      {!online && (
        <>
          <Icon name="plug-connected-x" size={14} />
          {t('frame.offline')}
        </>
      )}
    </div>
  );
}
