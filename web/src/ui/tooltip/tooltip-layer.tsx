import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import styles from './tooltip.module.css';

// Long enough not to follow a pointer that only passes.
const openAfter = 500;
const gap = 5;
const edge = 8;

interface Shown {
  text: string;
  anchor: DOMRect;
}

/** Above the middle of what it is about, below where there is no room; always inside of the page. */
function placeOf(anchor: DOMRect, { width, height }: DOMRect) {
  const middle = anchor.left + anchor.width / 2 - width / 2;
  const above = anchor.top - gap - height;
  return { left: Math.max(edge, Math.min(middle, window.innerWidth - width - edge)), top: above > edge ? above : anchor.bottom + gap };
}

/**
 * Tells the name of the control that the pointer or the focus rests on.
 *
 * One tooltip for the whole page: controls only carry its text in `data-tooltip`, so that hundreds of them cost nothing. Those that do
 * nothing but tell it (`data-tooltip="…" data-tells`) tell it when they are pressed, too.
 */
export function TooltipLayer() {
  const [shown, setShown] = useState<Shown | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const close = () => {
      clearTimeout(timer.current);
      setShown(null);
    };
    const tell = (control: HTMLElement) => {
      const { tooltip } = control.dataset;
      // It would cover what the control has opened.
      setShown(tooltip && control.isConnected && control.ariaExpanded !== 'true' ? { text: tooltip, anchor: control.getBoundingClientRect() } : null);
    };
    const controlAt = (event: Event) => (event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tooltip]') : null);
    const rest = (control: HTMLElement | null) => {
      close();
      if (control) timer.current = setTimeout(() => tell(control), openAfter);
    };
    const enter = (event: PointerEvent) => rest(event.pointerType === 'mouse' ? controlAt(event) : null);
    const focus = (event: FocusEvent) => {
      close();
      const control = controlAt(event);
      if (control?.matches(':focus-visible')) tell(control);
    };
    const scroll = () => {
      clearTimeout(timer.current);
      // The control that the focus came to is scrolled into sight: its tooltip goes along.
      const focused = document.querySelector<HTMLElement>('[data-tooltip]:focus-visible');
      setShown((before) => (before && focused?.dataset.tooltip === before.text ? { ...before, anchor: focused.getBoundingClientRect() } : null));
    };
    const press = (event: MouseEvent) => {
      close();
      const control = controlAt(event);
      if (control && 'tells' in control.dataset) tell(control);
    };
    // The movement or key that had this layer come may have been to a control already.
    rest(document.querySelector<HTMLElement>('[data-tooltip]:hover, [data-tooltip]:focus-visible'));
    document.addEventListener('pointerover', enter);
    document.addEventListener('focusin', focus);
    document.addEventListener('click', press);
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    document.addEventListener('scroll', scroll, true);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener('pointerover', enter);
      document.removeEventListener('focusin', focus);
      document.removeEventListener('click', press);
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
      document.removeEventListener('scroll', scroll, true);
    };
  }, []);

  useLayoutEffect(() => {
    if (!shown || !box.current) return;
    const { left, top } = placeOf(shown.anchor, box.current.getBoundingClientRect());
    Object.assign(box.current.style, { left: `${left}px`, top: `${top}px` });
  }, [shown]);

  return (
    shown &&
    createPortal(
      <div ref={box} role="tooltip" className={styles.tooltip}>
        {shown.text}
      </div>,
      document.body,
    )
  );
}
