import { type ReactNode, useLayoutEffect, useState } from 'react';
import { CommandRegistry } from './command-registry';
import { keyOf } from './key-sequence';
import { CommandContext } from './use-commands';

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ? !/^(checkbox|radio)$/.test((target as HTMLInputElement).type) : false;
}

/** Keeps what can be done on the page, and runs it when its keys are pressed outside of text. */
export function CommandProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(() => new CommandRegistry());

  // Before the first paint: who sees the page can already use its keys.
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const key = keyOf(event);
      const dialogOpen = document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
      if (event.defaultPrevented || event.isComposing) return;
      if (!key.startsWith('mod+') && (isTyping(event.target) || dialogOpen)) return;
      if (registry.press({ key, at: event.timeStamp })) event.preventDefault();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [registry]);

  return <CommandContext.Provider value={registry}>{children}</CommandContext.Provider>;
}
