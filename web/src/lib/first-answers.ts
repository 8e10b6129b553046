import { useSyncExternalStore } from 'react';

/** Milliseconds: the longest that anything waits for them. */
const patience = 1500;

let begun = false;
let waiting = false;
const listeners = new Set<() => void>();

/** Has what stands beside the first page wait until the page has these. */
export function awaitFirst(answers: Promise<unknown>): void {
  if (begun) return;
  begun = waiting = true;
  const end = () => {
    waiting = false;
    listeners.forEach((listener) => listener());
  };
  void Promise.race([answers, new Promise((resolve) => setTimeout(resolve, patience))]).then(end, end);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the first page has what it shows: what stands beside it is asked for afterwards, and does not keep it waiting. */
export const useFirstAnswers = (): boolean => useSyncExternalStore(listen, () => !waiting);
