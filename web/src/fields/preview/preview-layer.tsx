import { useEffect, useRef, useState } from 'react';
import { useCatalogue } from '@/api/catalogue';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { RecordPreview } from './record-preview';
import styles from './preview.module.css';

// Long enough not to follow a pointer that only passes, short enough not to be waited for.
const openAfter = 450;
const closeAfter = 180;
const width = 320;
const height = 240;

interface Shown {
  id: string;
  anchor: DOMRect;
}

/** Where the card stands: under the link, or above it where there is no room; always inside of the page. */
function placeOf(anchor: DOMRect) {
  const start = document.documentElement.dir === 'rtl' ? anchor.right - width : anchor.left;
  const left = Math.max(8, Math.min(start, window.innerWidth - width - 8));
  const below = anchor.bottom + 6 + height < window.innerHeight;
  return below ? { left, top: anchor.bottom + 6 } : { left, bottom: window.innerHeight - anchor.top + 6 };
}

/**
 * Shows a card for the link to a record that the pointer or the focus rests on.
 *
 * One card for the whole page: links only name their record in `data-preview`, so that a table of a thousand costs nothing.
 */
export function PreviewLayer({ onPeek }: { onPeek: (id: string) => void }) {
  const t = useText();
  const catalogue = useCatalogue();
  const [shown, setShown] = useState<Shown | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const later = (run: () => void, after: number) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(run, after);
    };
    const close = () => {
      clearTimeout(timer.current);
      setShown(null);
    };
    const enter = (event: Event) => {
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest('[data-preview-card]')) return clearTimeout(timer.current);
      const link = target?.closest<HTMLElement>('[data-preview]');
      if (!link) return later(() => setShown(null), closeAfter);
      const touched = event instanceof PointerEvent && event.pointerType !== 'mouse';
      const byMouse = event.type === 'focusin' && !link.matches(':focus-visible');
      if (touched || byMouse) return;
      later(() => setShown(link.isConnected && link.dataset.preview ? { id: link.dataset.preview, anchor: link.getBoundingClientRect() } : null), openAfter);
    };
    const press = (event: PointerEvent) => !(event.target as Element).closest('[data-preview-card]') && close();
    const key = (event: KeyboardEvent) => event.key === 'Escape' && close();
    document.addEventListener('pointerover', enter);
    document.addEventListener('focusin', enter);
    document.addEventListener('keydown', key);
    document.addEventListener('pointerdown', press);
    document.addEventListener('scroll', close, true);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener('pointerover', enter);
      document.removeEventListener('focusin', enter);
      document.removeEventListener('keydown', key);
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('scroll', close, true);
    };
  }, []);

  const object = catalogue.objectOfId(shown?.id ?? '');
  if (!shown || !object) return null;
  return (
    <div data-preview-card role="group" aria-label={t('peek.preview')} className={styles.card} style={{ ...placeOf(shown.anchor), width }}>
      <RecordPreview object={object} id={shown.id} />
      <footer className={styles.foot}>
        <Button
          small
          icon="layout-sidebar-right"
          onClick={() => {
            setShown(null);
            onPeek(shown.id);
          }}
        >
          {t('peek.open')}
        </Button>
      </footer>
    </div>
  );
}
