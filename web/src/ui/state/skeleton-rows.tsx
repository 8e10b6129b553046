import { useText } from '@/i18n/use-text';
import { VisuallyHidden } from '../text/visually-hidden';
import styles from './state.module.css';

/** Rows of the final height while data is on its way; they show after 100 ms, so that fast answers do not flicker. */
export function SkeletonRows({ rows = 8 }: { rows?: number }) {
  const t = useText();
  return (
    <div className={styles.skeleton} role="status" aria-busy="true">
      <VisuallyHidden>{t('common.loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={styles.bones}>
          <i style={{ width: 16 }} />
          <i style={{ width: `${22 + ((index * 7) % 14)}%` }} />
          <i style={{ width: `${12 + ((index * 5) % 12)}%` }} />
          <i style={{ width: '10%', marginInlineStart: 'auto' }} />
        </div>
      ))}
    </div>
  );
}
