import { type ReactNode, type Ref, type TouchEvent, useRef, useState } from 'react';
import { classNames } from '@/lib/class-names';
import { useText } from '@/i18n/use-text';
import { Icon } from '../icon/icon';
import styles from './touch.module.css';

export interface PullAreaProps {
  /** Asks again for what is shown. */
  onRefresh: () => Promise<unknown>;
  /** The element that scrolls. */
  ref?: Ref<HTMLDivElement>;
  className?: string;
  children: ReactNode;
}

const holdsFrom = 64;

/** What scrolls, and is asked for again when a finger pulls it down from its top. */
export function PullArea({ onRefresh, ref, className, children }: PullAreaProps) {
  const t = useText();
  const from = useRef<number>(undefined);
  const [pulled, setPulled] = useState(0);
  const [busy, setBusy] = useState(false);

  function move(event: TouchEvent<HTMLDivElement>) {
    const y = event.touches[0]?.clientY;
    if (from.current === undefined || y === undefined) return;
    if (event.currentTarget.scrollTop > 0) from.current = undefined;
    setPulled(from.current === undefined ? 0 : Math.max(0, Math.min(96, (y - from.current) * 0.6)));
  }
  async function lift() {
    const held = pulled >= holdsFrom;
    from.current = undefined;
    setPulled(0);
    if (!held || busy) return;
    setBusy(true);
    try {
      await onRefresh();
    } finally {
      setBusy(false);
    }
  }
  return (
    <div
      ref={ref}
      className={classNames(styles.pull, className)}
      onTouchStart={(event) => {
        from.current = event.touches.length === 1 && event.currentTarget.scrollTop <= 0 ? event.touches[0]?.clientY : undefined;
      }}
      onTouchMove={move}
      onTouchEnd={() => void lift()}
      onTouchCancel={() => {
        from.current = undefined;
        setPulled(0);
      }}
    >
      <div role="status" className={styles.pulled} style={{ height: busy ? 44 : pulled }} data-holds={pulled >= holdsFrom || undefined} data-busy={busy || undefined}>
        {(busy || pulled > 0) && <Icon name="refresh" size={20} label={t(busy ? 'touch.refreshing' : 'touch.pull')} />}
      </div>
      {children}
    </div>
  );
}
