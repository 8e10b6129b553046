import { useEffect, useState } from 'react';

/** Milliseconds after which somebody who waits wants to see that it takes a while. */
const patience = 150;

/** Whether something has been waited for so long that it should be seen: what is there at once changes nothing before. */
export function useSlow(waiting: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setSlow(true), patience);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [waiting]);
  return waiting && slow;
}
