import { Outlet } from '@tanstack/react-router';
import { useMe } from '@/api/catalogue';
import { useText } from '@/i18n/use-text';
import { EmptyState } from '@/ui/state/empty-state';
import { SetupNavigation } from './setup-navigation';
import styles from './layout.module.css';

/** Everything in setup: its own navigation at the side, the page beside it. Nothing here waits for a restart. */
export function SetupLayout() {
  const t = useText();
  const me = useMe();
  if (!me.administrator) return <EmptyState title={t('setup.closed')} text={t('setup.closed_text')} />;
  return (
    <div className={styles.layout}>
      <SetupNavigation />
      <div className={styles.area}>
        <Outlet />
      </div>
    </div>
  );
}
