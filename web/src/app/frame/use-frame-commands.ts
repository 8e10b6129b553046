import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { allowed, useCatalogue, useMe } from '@/api/catalogue';
import { objectGroups, usualArrangement } from '@/api/object-groups';
import { findsDuplicates } from '@/api/likely-duplicates';
import { logOut } from '@/api/session';
import { useText } from '@/i18n/use-text';
import { changePreferences, usePreferences } from '@/lib/preferences';
import { type Command, useCommands } from '@/ui/command/use-commands';
import { iconNamed } from '@/ui/icon/icons';
import { boardFirst, goLetters } from './object-links';

/** The record that the focus is on: of a link, of a row, or of a card. */
function peekAtFocus(open: (id: string) => void): void {
  const focused = document.activeElement;
  const row = focused?.closest('tr, li');
  const link = focused?.closest<HTMLElement>('[data-peek]') ?? focused?.querySelector<HTMLElement>('[data-peek]') ?? row?.querySelector<HTMLElement>('[data-peek]');
  if (link?.dataset.peek) open(link.dataset.peek);
}

/** What can be done from everywhere. Palette, key bindings and shortcut sheet are all made from this list. */
export function useFrameCommands(openPalette: () => void, openShortcuts: () => void): void {
  const t = useText();
  const me = useMe();
  const catalogue = useCatalogue();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { theme, density } = usePreferences();

  const commands = useMemo<Command[]>(() => {
    const objects = objectGroups(catalogue, me, usualArrangement).flatMap((group) => group.objects);
    const letters = goLetters(objects);
    const [goTo, create, look, help] = [t('commands.go_to'), t('commands.create'), t('commands.look'), t('commands.help')];
    return [
      { id: 'palette', label: t('commands.palette'), icon: 'search', group: help, keys: 'mod+k', keysOnly: true, run: openPalette },
      { id: 'search', label: t('frame.search'), icon: 'search', group: help, keys: '/', keysOnly: true, run: openPalette },
      { id: 'help', label: t('commands.help'), icon: 'help', group: help, run: () => void navigate({ to: '.', search: (before) => ({ ...before, help: '' }) }) },
      { id: 'shortcuts', label: t('frame.shortcuts'), icon: 'keyboard', group: help, keys: '?', run: openShortcuts },
      { id: 'peek', label: t('peek.command'), icon: 'layout-sidebar-right', group: help, keys: 'p', keysOnly: true, run: () => peekAtFocus((peek) => void navigate({ to: '.', search: (before) => ({ ...before, peek }), replace: true })) },
      { id: 'go-today', label: t('frame.today'), icon: 'sun', group: goTo, keys: 'g h', run: () => void navigate({ to: '/' }) },
      { id: 'go-calendar', label: t('frame.calendar'), icon: 'calendar', group: goTo, keys: 'g k', run: () => void navigate({ to: '/calendar' }) },
      ...(catalogue.find('task') ? [{ id: 'go-queue', label: t('queue.title'), icon: 'list-check', group: goTo, run: () => void navigate({ to: '/queue' }) } satisfies Command] : []),
      ...objects.map((object): Command => {
        const letter = letters.get(object.name);
        const to = boardFirst(object) ? '/o/$object/board' : '/o/$object';
        return { id: `go-${object.name}`, label: object.plural_label, icon: iconNamed(object.icon), group: goTo, keys: letter && `g ${letter}`, run: () => void navigate({ to, params: { object: object.name } }) };
      }),
      ...objects.filter(findsDuplicates).map((object): Command => ({
        id: `duplicates-${object.name}`,
        label: t('duplicates.of', { objects: object.plural_label }),
        icon: 'arrow-merge',
        group: goTo,
        run: () => void navigate({ to: '/o/$object/duplicates', params: { object: object.name } }),
      })),
      ...(me.administrator ? [{ id: 'go-setup', label: t('frame.setup'), icon: 'settings', group: goTo, run: () => void navigate({ to: '/setup' }) } satisfies Command] : []),
      ...objects
        .filter((object) => allowed(me, object.name, 'create') && object.name !== 'file')
        .map((object): Command => ({
          id: `create-${object.name}`,
          label: t('commands.new', { object: object.label }),
          icon: 'plus',
          group: create,
          run: () => void navigate({ to: '.', search: (before) => ({ ...before, create: object.name, preset: undefined }) }),
        })),
      { id: 'theme', label: t(theme === 'dark' ? 'commands.light' : 'commands.dark'), icon: theme === 'dark' ? 'sun' : 'moon', group: look, run: () => changePreferences({ theme: theme === 'dark' ? 'light' : 'dark' }) },
      { id: 'density', label: t(density === 'compact' ? 'commands.comfortable' : 'commands.compact'), icon: 'baseline-density-medium', group: look, run: () => changePreferences({ density: density === 'compact' ? 'comfortable' : 'compact' }) },
      { id: 'navigation', label: t('account.navigation'), icon: 'menu-2', group: look, run: () => void navigate({ to: '/account/navigation' }) },
      {
        id: 'log-out',
        label: t('frame.log_out'),
        icon: 'logout',
        group: help,
        run: () =>
          void logOut().then(() => {
            queries.clear();
            return navigate({ to: '/login' });
          }),
      },
    ];
  }, [catalogue, me, t, navigate, queries, theme, density, openPalette, openShortcuts]);
  useCommands(commands);
}
