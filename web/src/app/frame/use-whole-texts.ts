import { useEffect } from 'react';

const told = 'wholeText';

/** The text that is cut where the pointer is: it, or what it stands in. */
function cutAt(place: EventTarget | null): HTMLElement | undefined {
  let each = place instanceof HTMLElement ? place : null;
  for (let steps = 0; each && steps < 3; steps += 1, each = each.parentElement) {
    if (each.scrollWidth > each.clientWidth && getComputedStyle(each).textOverflow === 'ellipsis') return each;
  }
  return undefined;
}

/** What people read in it: not the initials of a picture. */
function textOf(element: HTMLElement): string {
  const copy = element.cloneNode(true) as HTMLElement;
  copy.querySelectorAll('[aria-hidden="true"]').forEach((each) => each.remove());
  return copy.textContent.trim();
}

/** Whoever rests the pointer on a text that is cut, such as a long address in a list, is told the whole. */
export function useWholeTexts(): void {
  useEffect(() => {
    function tell({ target }: MouseEvent) {
      const cut = cutAt(target);
      // What has a title of its own keeps it; ours follows the text.
      if (!cut || (cut.closest('[title]') && !(told in cut.dataset))) return;
      cut.title = textOf(cut);
      cut.dataset[told] = '';
    }
    document.addEventListener('mouseover', tell);
    return () => document.removeEventListener('mouseover', tell);
  }, []);
}
