import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useText } from '@/i18n/use-text';
import { Button } from '../button/button';
import { IconButton } from '../button/icon-button';
import { Icon } from '../icon/icon';
import { type ShowToast, type Toast, ToastContext } from './use-toast';
import styles from './toast.module.css';

// Undo stays within reach for longer than the eight seconds that we promise.
const milliseconds = 9000;

/** Shows one short message at a time at the bottom of the page, with its undo. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useText();
  const [toast, setToast] = useState<Toast | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const close = useCallback(() => {
    clearTimeout(timer.current);
    setToast(null);
  }, []);
  const wait = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setToast(null), milliseconds);
  }, []);
  const show = useCallback<ShowToast>(
    (next) => {
      setToast(next);
      wait();
    },
    [wait],
  );
  const value = useMemo(() => show, [show]);

  return (
    <ToastContext.Provider value={value}>
      {children}
      <div className={styles.place} role="status" aria-live="polite" onMouseEnter={() => clearTimeout(timer.current)} onMouseLeave={wait}>
        {toast && (
          <div className={styles.toast}>
            <Icon name={toast.failed ? 'alert-circle' : 'circle-check'} />
            <span className={styles.text}>{toast.text}</span>
            {toast.undo && (
              <Button
                small
                className={styles.action}
                onClick={() => {
                  close();
                  toast.undo?.().catch((error: unknown) => show({ text: t('common.not_undone', { reason: error instanceof Error ? error.message : String(error) }), failed: true }));
                }}
              >
                {t('common.undo')}
              </Button>
            )}
            <IconButton icon="x" label={t('common.close')} small className={styles.action} onClick={close} />
          </div>
        )}
      </div>
    </ToastContext.Provider>
  );
}
