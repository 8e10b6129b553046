import { useEffect, useState } from 'react';
import { loadLateParts } from './late';

const signs = ['pointermove', 'pointerdown', 'keydown'];
const patience = 8000;

/** Whether the page has been used, or was there for a while: until then only what it shows is loaded. */
export function useLeisure(): boolean {
  const [leisure, setLeisure] = useState(false);
  useEffect(() => {
    const begin = () => {
      stop();
      setLeisure(true);
      loadLateParts();
    };
    const timer = setTimeout(begin, patience);
    const stop = () => {
      clearTimeout(timer);
      signs.forEach((sign) => document.removeEventListener(sign, begin, true));
    };
    signs.forEach((sign) => document.addEventListener(sign, begin, { capture: true, passive: true }));
    return stop;
  }, []);
  return leisure;
}
