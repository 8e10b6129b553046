import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Command, CommandContext } from './use-commands';
import { follow, keyOf } from './key-sequence';

// A second key that comes later than this begins anew.
const patience = 1500;

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ? !/^(checkbox|radio)$/.test((target as HTMLInputElement).type) : false;
}

/** Keeps what can be done on the page, and runs it when its keys are pressed outside of text. */
export function CommandProvider({ children }: { children: ReactNode }) {
  const [sets, setSets] = useState<Command[][]>([]);
  const commands = useMemo(() => sets.flat(), [sets]);
  const register = useCallback((added: Command[]) => {
    setSets((before) => [...before, added]);
    return () => setSets((before) => before.filter((set) => set !== added));
  }, []);
  const pending = useRef({ keys: '', at: 0 });

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const key = keyOf(event);
      const dialogOpen = document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
      if (event.defaultPrevented || event.isComposing) return;
      if (!key.startsWith('mod+') && (isTyping(event.target) || dialogOpen)) return;
      const before = event.timeStamp - pending.current.at < patience ? pending.current.keys : '';
      const bound = commands.flatMap((command) => command.keys ?? []);
      const step = follow(before, key, bound);
      pending.current = { keys: step.pending, at: event.timeStamp };
      // Pages are registered after the frame, so the last one is the nearest.
      const command = step.complete && commands.findLast((each) => each.keys === step.complete);
      if (!command) return;
      event.preventDefault();
      command.run();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [commands]);

  const value = useMemo(() => ({ commands, register }), [commands, register]);
  return <CommandContext.Provider value={value}>{children}</CommandContext.Provider>;
}
