import { createContext, useContext, useLayoutEffect, useSyncExternalStore } from 'react';
import type { IconName } from '../icon/icons';
import { CommandRegistry } from './command-registry';

/** Something the app can do: found in the palette, bound to keys, listed in the shortcut sheet. */
export interface Command {
  id: string;
  label: string;
  icon: IconName;
  /** Heading in the palette and in the shortcut sheet. */
  group: string;
  /** "mod+k", "?", or keys one after the other: "g c". Never a shortcut of the browser. */
  keys?: string;
  /** Only in the shortcut sheet, because it makes no sense as an entry of the palette. */
  keysOnly?: boolean;
  /** About what is open: it stands before what can be done everywhere. */
  here?: boolean;
  run: () => void;
}

export const CommandContext = createContext(new CommandRegistry());

/** All commands that hold on this page. */
export function useCommandList(): Command[] {
  const { subscribe, list } = useContext(CommandContext);
  return useSyncExternalStore(subscribe, list);
}

/** Makes these commands known while the component is on the page; pass a memoized array. */
export function useCommands(commands: Command[]): void {
  const { add } = useContext(CommandContext);
  useLayoutEffect(() => add(commands), [add, commands]);
}

/** While the component stands in for a page, keys that nothing answers are kept for that page. */
export function useKeysForNextPage(): void {
  const { awaitPage } = useContext(CommandContext);
  useLayoutEffect(awaitPage, [awaitPage]);
}
