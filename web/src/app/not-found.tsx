import { Link } from '@tanstack/react-router';
import { useText } from '@/i18n/use-text';
import { EmptyState } from '@/ui/state/empty-state';
import styles from './frame/frame.module.css';

export function NotFound() {
  const t = useText();
  return (
    <main className={styles.alone}>
      <EmptyState page title={t('error.no_page')} text={t('error.no_page_text')}>
        <Link to="/" className={styles.way}>
          {t('error.to_today')}
        </Link>
      </EmptyState>
    </main>
  );
}
