import { useNavigate } from '@tanstack/react-router';
import { type Dispatch, type KeyboardEvent, type RefObject, type SetStateAction, useEffect, useRef, useState } from 'react';
import type { ListRequest } from '@/api/list-request';
import type { ObjectInfo, RecordData } from '@/api/types';
import { toggledSelection } from '../selection';

interface GalleryKeys {
  object: ObjectInfo;
  rows: RecordData[];
  list: ListRequest;
  /** How many cards stand beside each other. */
  across: number;
  /** How many rows of cards are in sight. */
  down: number;
  onSelect: Dispatch<SetStateAction<ReadonlySet<string>>>;
  /** Brings a card into the page. */
  scrollTo: (index: number) => void;
  scroller: RefObject<HTMLDivElement | null>;
}

/** Where a key leads from a card; undefined for keys that lead nowhere. */
export function cardAfter(key: string, index: number, { count, across, down, rtl }: { count: number; across: number; down: number; rtl: boolean }): number | undefined {
  const start = index - (index % across);
  const steps: Record<string, number> = {
    ArrowRight: index + (rtl ? -1 : 1),
    ArrowLeft: index + (rtl ? 1 : -1),
    j: index + 1,
    k: index - 1,
    ArrowDown: index + across,
    ArrowUp: index - across,
    PageDown: index + across * down,
    PageUp: index - across * down,
    Home: start,
    End: start + across - 1,
  };
  const wanted = steps[key];
  if (wanted === undefined) return undefined;
  // Above the first row there is none; below the last one it is the last card.
  if (wanted < 0) return key === 'ArrowUp' || key === 'PageUp' ? index % across : 0;
  return Math.min(wanted, count - 1);
}

/** The keys of the gallery: arrows move in two dimensions, Enter opens, the space bar or x selects, Esc leaves. */
export function useGalleryKeys({ object, rows, list, across, down, onSelect, scrollTo, scroller }: GalleryKeys) {
  const navigate = useNavigate();
  const [active, setActive] = useState(0);
  const wantsFocus = useRef(false);

  // The card may have to be brought into the page first, so the focus follows after it is drawn.
  useEffect(() => {
    if (!wantsFocus.current) return;
    const card = scroller.current?.querySelector<HTMLElement>(`[data-card="${active}"]`);
    if (!card) return;
    card.focus({ preventScroll: true });
    wantsFocus.current = false;
  });

  function onKeyDown(event: KeyboardEvent) {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || !target.dataset.card) return;
    const row = rows[active];
    const to = cardAfter(event.key, active, { count: rows.length, across, down, rtl: document.documentElement.dir === 'rtl' });
    if (to !== undefined) {
      wantsFocus.current = true;
      scrollTo(to);
      setActive(to);
    } else if (event.key === 'Enter' && row) void navigate({ to: '/o/$object/$id', params: { object: object.name, id: row.id }, state: { list: JSON.stringify(list) } });
    else if (event.key === ' ' || event.key === 'x') onSelect((before) => toggledSelection(before, rows, active, event.shiftKey));
    else if (event.key === 'Escape') onSelect(new Set());
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return { active: Math.min(active, Math.max(0, rows.length - 1)), setActive, onKeyDown };
}
