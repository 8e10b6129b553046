import { type PointerEvent, type ReactNode, useRef } from 'react';
import { classNames } from '@/lib/class-names';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import { type Direction, gestureOf, swiped } from './swipe';
import styles from './touch.module.css';

export interface SwipeAction {
  label: string;
  icon: IconName;
  run: () => void;
}

export interface SwipeRowProps {
  /** What a swipe towards the end of the line does: the first thing one does with such a row. */
  first?: SwipeAction;
  /** What a swipe back towards its start does. */
  more?: SwipeAction;
  /** What a finger that rests on it does. */
  onHold?: () => void;
  className?: string;
  children: ReactNode;
}

const holdAfter = 450;

/** A row that fingers swipe and hold. All that they do so is done by a button, too: mouse and keys find those. */
export function SwipeRow({ first, more, onHold, className, children }: SwipeRowProps) {
  const row = useRef<HTMLDivElement>(null);
  const finger = useRef<{ id: number; x: number; y: number; swiping: boolean; timer?: ReturnType<typeof setTimeout> }>(undefined);
  // The press that a gesture ends with is none.
  const gestured = useRef(false);

  function show(x: number) {
    row.current?.style.setProperty('--swiped', `${x}px`);
    row.current?.toggleAttribute('data-swiping', x !== 0);
    if (x !== 0) row.current?.setAttribute('data-way', x > 0 === (getComputedStyle(row.current).direction === 'rtl') ? 'start' : 'end');
  }
  function leave() {
    clearTimeout(finger.current?.timer);
    finger.current = undefined;
    show(0);
  }
  function press(event: PointerEvent) {
    // What floats over the page belongs to the row, but does not lie in it.
    if (!row.current?.contains(event.target as Node)) return;
    gestured.current = false;
    if (event.pointerType !== 'touch' || !event.isPrimary) return;
    const timer = onHold && setTimeout(() => {
      gestured.current = true;
      leave();
      navigator.vibrate?.(10);
      onHold();
    }, holdAfter);
    finger.current = { id: event.pointerId, x: event.clientX, y: event.clientY, swiping: false, timer };
  }
  function move(event: PointerEvent) {
    const at = finger.current;
    if (!at || at.id !== event.pointerId) return;
    const [x, y] = [event.clientX - at.x, event.clientY - at.y];
    if (!at.swiping) {
      const gesture = gestureOf(x, y);
      if (gesture === 'press') return;
      if (gesture === 'scroll') return leave();
      clearTimeout(at.timer);
      at.swiping = true;
      gestured.current = true;
      row.current?.setPointerCapture(event.pointerId);
    }
    const leftward = row.current !== null && getComputedStyle(row.current).direction === 'rtl';
    const offered = x > 0 === leftward ? more : first;
    // Where nothing is offered, the row gives way a little and comes back.
    show(offered ? Math.max(-140, Math.min(140, x)) : Math.max(-16, Math.min(16, x)));
  }
  function lift(event: PointerEvent) {
    const at = finger.current;
    if (!at || at.id !== event.pointerId) return;
    const leftward = row.current !== null && getComputedStyle(row.current).direction === 'rtl';
    const way: Direction | undefined = at.swiping ? swiped(event.clientX - at.x, leftward) : undefined;
    leave();
    if (!way || !row.current) return;
    // What opens beside the row opens once the row is back in its place: it would move under the next press.
    const back = row.current.getAnimations({ subtree: true }).filter((animation) => animation instanceof CSSTransition);
    void Promise.allSettled(back.map(({ finished }) => finished)).then(() => (way === 'end' ? first : more)?.run());
  }
  return (
    <div
      ref={row}
      className={classNames(styles.row, className)}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={lift}
      onPointerCancel={leave}
      onClickCapture={(event) => {
        if (!gestured.current || !row.current?.contains(event.target as Node)) return;
        gestured.current = false;
        event.preventDefault();
        event.stopPropagation();
      }}
      onContextMenu={(event) => {
        // Holding a link would open the browser's own menu.
        if (onHold && finger.current) event.preventDefault();
      }}
    >
      {first && (
        <span className={classNames(styles.under, styles.first)} aria-hidden="true">
          <Icon name={first.icon} size={20} />
          {first.label}
        </span>
      )}
      {more && (
        <span className={classNames(styles.under, styles.more)} aria-hidden="true">
          <Icon name={more.icon} size={20} />
          {more.label}
        </span>
      )}
      <div className={styles.content}>{children}</div>
    </div>
  );
}
