import { createContext, useContext, useEffect } from 'react';
import type { IconName } from '../icon/icons';

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
  run: () => void;
}

export interface CommandRegistry {
  commands: Command[];
  /** Adds commands and answers how to take them away again. */
  register: (commands: Command[]) => () => void;
}

export const CommandContext = createContext<CommandRegistry>({ commands: [], register: () => () => undefined });

/** All commands that hold on this page. */
export const useCommandList = () => useContext(CommandContext).commands;

/** Makes these commands known while the component is on the page; pass a memoized array. */
export function useCommands(commands: Command[]): void {
  const { register } = useContext(CommandContext);
  useEffect(() => register(commands), [register, commands]);
}
