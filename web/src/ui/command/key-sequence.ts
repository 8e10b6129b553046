/** How a key press is written in a command's `keys`: "mod+k", "shift+x", "g". */
export function keyOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  const modified = event.ctrlKey || event.metaKey;
  // Shift is part of what a sign is ("?"), but not of what a letter is.
  const shifted = event.shiftKey && /^[a-z]$/.test(key);
  return `${modified ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${shifted ? 'shift+' : ''}${key}`;
}

export interface Step {
  /** The keys pressed so far that may still become a shortcut. */
  pending: string;
  /** The shortcut that is complete now, if any. */
  complete?: string;
}

/** Follows one key press through shortcuts of one or two keys. */
export function follow(pending: string, key: string, shortcuts: readonly string[]): Step {
  const typed = pending ? `${pending} ${key}` : key;
  if (shortcuts.includes(typed)) return { pending: '', complete: typed };
  if (shortcuts.some((shortcut) => shortcut.startsWith(`${typed} `))) return { pending: typed };
  return pending ? follow('', key, shortcuts) : { pending: '' };
}

/** Keys as a person reads them: "⌘K" on a Mac, "Ctrl K" elsewhere. */
export function readableKeys(keys: string, mac = isMac()): string[] {
  return keys.split(' ').map((key) =>
    key
      .split('+')
      .map((part) => (part === 'mod' ? (mac ? '⌘' : 'Ctrl') : part === 'shift' ? '⇧' : part.length === 1 ? part.toUpperCase() : part))
      .join(mac ? '' : ' '),
  );
}

function isMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
}
