import { reasonOf } from '@/api/api-error';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import styles from './today.module.css';

/** In a panel whose rows could not be loaded: why, and how to try again. */
export function LoadFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useText();
  return (
    <p className={styles.note} role="alert">
      {reasonOf(error)}{' '}
      <Button small onClick={onRetry}>
        {t('common.try_again')}
      </Button>
    </p>
  );
}
