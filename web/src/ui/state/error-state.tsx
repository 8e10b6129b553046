import { useText } from '@/i18n/use-text';
import { Button } from '../button/button';
import { Icon } from '../icon/icon';
import styles from './state.module.css';

export interface ErrorStateProps {
  title: string;
  /** Why, and what is safe. */
  reason: string;
  /** Quoted in the server's log. */
  requestId?: string;
  onRetry?: () => void;
  /** It stands for the whole page: its title is the page's. */
  page?: boolean;
}

/** Something could not be loaded: what, why, and how to try again. */
export function ErrorState({ title, reason, requestId, onRetry, page }: ErrorStateProps) {
  const t = useText();
  const Title = page ? 'h1' : 'h2';
  return (
    <div className={styles.state} role="alert">
      <span className={styles.broken}>
        <Icon name="plug-connected-x" size={18} />
      </span>
      <Title>{title}</Title>
      <p dir="auto">{reason}</p>
      <div className={styles.actions}>
        {onRetry && (
          <Button kind="primary" icon="refresh" onClick={onRetry}>
            {t('common.try_again')}
          </Button>
        )}
        {requestId && (
          <Button kind="quiet" icon="copy" onClick={() => void navigator.clipboard.writeText(requestId)}>
            {t('common.copy_id', { id: requestId.slice(0, 8) })}
          </Button>
        )}
      </div>
    </div>
  );
}
