import { type FocusEvent, type ReactNode, useCallback, useRef, useState } from 'react';
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
  const [detailed, setDetailed] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const place = useRef<HTMLDivElement>(null);
  // Where the focus was when the toast came, and when it went there.
  const before = useRef<(Element | null)[]>([]);

  const hold = () => clearTimeout(timer.current);
  const close = useCallback(() => {
    clearTimeout(timer.current);
    // The button that has the focus goes with the toast.
    if (place.current?.contains(document.activeElement)) {
      const there = before.current.find((each) => each instanceof HTMLElement && each.isConnected && each !== document.body);
      ((there as HTMLElement | undefined) ?? document.getElementById('main'))?.focus();
    }
    setToast(null);
  }, []);
  const wait = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(close, milliseconds);
  }, [close]);
  const show = useCallback<ShowToast>(
    (next) => {
      before.current = [document.activeElement];
      setToast(next);
      setDetailed(false);
      wait();
    },
    [wait],
  );
  function onFocus({ relatedTarget }: FocusEvent) {
    hold();
    if (!place.current?.contains(relatedTarget)) before.current[1] = relatedTarget;
  }

  return (
    <ToastContext.Provider value={show}>
      {children}
      <div ref={place} className={styles.place} role="status" aria-live="polite" onMouseEnter={hold} onMouseLeave={wait} onFocus={onFocus} onBlur={wait}>
        {toast && (
          <div className={styles.toast}>
            <Icon name={toast.failed ? 'alert-circle' : 'circle-check'} />
            <span className={styles.text}>{toast.text}</span>
            {toast.details && (
              <Button small className={styles.action} aria-expanded={detailed} onClick={() => setDetailed(!detailed)}>
                {t('common.details')}
              </Button>
            )}
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
            {detailed && (
              <ul className={styles.details}>
                {toast.details?.map((line) => <li key={line}>{line}</li>)}
              </ul>
            )}
          </div>
        )}
      </div>
    </ToastContext.Provider>
  );
}
