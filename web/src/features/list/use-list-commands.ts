import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { allowed, useMe } from '@/api/catalogue';
import type { ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { type Command, useCommands } from '@/ui/command/use-commands';

/** What can be done from a list; the table itself answers the keys that move in it. */
export function useListCommands(object: ObjectInfo): void {
  const t = useText();
  const me = useMe();
  const navigate = useNavigate();
  const commands = useMemo<Command[]>(() => {
    const [here, nothing] = [object.plural_label, () => undefined];
    return [
      ...(allowed(me, object.name, 'create')
        ? [{ id: 'list-create', label: t('commands.new', { object: object.label }), icon: 'plus', group: here, keys: 'c', keysOnly: true, run: () => void navigate({ to: '.', search: (before) => ({ ...before, create: object.name, preset: undefined }) }) } satisfies Command]
        : []),
      { id: 'list-down', label: t('list.key_down'), icon: 'arrow-down', group: here, keys: 'j', keysOnly: true, run: () => focusTable() },
      { id: 'list-up', label: t('list.key_up'), icon: 'arrow-up', group: here, keys: 'k', keysOnly: true, run: () => focusTable() },
      { id: 'list-select', label: t('list.key_select'), icon: 'checkbox', group: here, keys: 'x', keysOnly: true, run: nothing },
      { id: 'list-menu', label: t('list.key_menu'), icon: 'dots', group: here, keys: 'm', keysOnly: true, run: nothing },
      { id: 'list-mark', label: t('list.key_mark'), icon: 'table', group: here, keys: 'shift+↓', keysOnly: true, run: nothing },
      { id: 'list-copy', label: t('list.key_copy'), icon: 'copy', group: here, keys: 'mod+c', keysOnly: true, run: nothing },
      { id: 'list-fill', label: t('list.key_fill'), icon: 'clipboard', group: here, keys: 'd', keysOnly: true, run: nothing },
      { id: 'list-clear', label: t('list.key_clear'), icon: 'x', group: here, keys: 'Del', keysOnly: true, run: nothing },
      { id: 'list-edit', label: t('list.key_edit'), icon: 'pencil', group: here, keys: 'e', keysOnly: true, run: nothing },
    ];
  }, [t, me, navigate, object]);
  useCommands(commands);
}

/** Brings the keys into the table; from there on it answers them itself. */
function focusTable(): void {
  document.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')?.focus();
}
