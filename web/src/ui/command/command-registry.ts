import { follow } from './key-sequence';
import type { Command } from './use-commands';

// A second key that comes later than this begins anew.
const patience = 1500;

interface KeyPress {
  key: string;
  /** Milliseconds, by the clock of events. */
  at: number;
}

/** What can be done now, and by which keys. It is there before anything is drawn, so that no key comes too early. */
export class CommandRegistry {
  private sets: Command[][] = [];
  private commands: Command[] = [];
  private readonly listeners = new Set<() => void>();
  private pending = { keys: '', at: 0 };
  private arriving = 0;
  private held: KeyPress[] = [];

  readonly list = (): Command[] => this.commands;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Adds commands and answers how to take them away again. */
  readonly add = (added: Command[]): (() => void) => {
    this.replace([...this.sets, added]);
    queueMicrotask(this.pressHeld);
    return () => this.replace(this.sets.filter((set) => set !== added));
  };

  /** A page is on its way: keys that nothing answers are kept for it until the answered function says that it is there. */
  readonly awaitPage = (): (() => void) => {
    this.arriving += 1;
    return () => {
      this.arriving -= 1;
      // The page adds its commands after its skeleton has gone, in the same turn.
      queueMicrotask(this.pressHeld);
    };
  };

  /** Runs what the key completes, and answers whether it ran something. */
  readonly press = ({ key, at }: KeyPress): boolean => {
    const before = at - this.pending.at < patience ? this.pending.keys : '';
    const step = follow(before, key, this.commands.flatMap((command) => command.keys ?? []));
    this.pending = { keys: step.pending, at };
    // Of two with the same keys, the one added last is nearer to what is on the page.
    const command = this.commands.findLast((each) => each.keys === step.complete);
    if (step.complete && command) command.run();
    else if (!step.pending && this.arriving > 0) this.held.push({ key, at });
    return step.complete !== undefined;
  };

  private readonly pressHeld = (): void => {
    const held = this.held;
    this.held = [];
    held.forEach(this.press);
  };

  private replace(sets: Command[][]): void {
    this.sets = sets;
    this.commands = sets.flat();
    this.listeners.forEach((listener) => listener());
  }
}
