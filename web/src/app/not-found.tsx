import { Link } from '@tanstack/react-router';
import { useText } from '@/i18n/use-text';
import { EmptyState } from '@/ui/state/empty-state';

export function NotFound() {
  const t = useText();
  return (
    <EmptyState title={t('error.no_page')} text={t('error.no_page_text')}>
      <Link to="/">{t('error.to_today')}</Link>
    </EmptyState>
  );
}
