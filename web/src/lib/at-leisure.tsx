import { type ComponentType, useEffect, useState } from 'react';
import { loadLateParts } from './late';

const signs = ['pointermove', 'pointerdown', 'keydown'];
const patience = 8000;

let used = false;
signs.forEach((sign) => document.addEventListener(sign, () => (used = true), { capture: true, passive: true, once: true }));

/** Whether the pointer has moved over the page, or a key was pressed. */
export const wasUsed = (): boolean => used;

/** Whether the page has been used, or was there for a while: until then only what it shows is loaded. */
function useLeisure(): boolean {
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

/** A component that comes when the page has been used. A page does without it until then, and where its code cannot come. */
export function atLeisure<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return function AtLeisure(props: Props) {
    const leisure = useLeisure();
    const [Part, setPart] = useState<ComponentType<Props>>();
    useEffect(() => {
      if (leisure) load().then((part) => setPart(() => part), () => undefined);
    }, [leisure]);
    return Part ? <Part {...props} /> : null;
  };
}
