import { type RefObject, useEffect, useState } from 'react';

const distance = '50%';

/** Whether an element has come into the window or close to it, or as many milliseconds have passed; from then on always. */
export function useNear(element: RefObject<HTMLElement | null>, patience: number): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (near || !element.current) return;
    const watcher = new IntersectionObserver((entries) => setNear(entries.some(({ isIntersecting }) => isIntersecting)), { rootMargin: distance });
    watcher.observe(element.current);
    const timer = setTimeout(() => setNear(true), patience);
    return () => {
      watcher.disconnect();
      clearTimeout(timer);
    };
  }, [near, element, patience]);
  return near;
}
