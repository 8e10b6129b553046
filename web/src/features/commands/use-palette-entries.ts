import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { allowed, useCatalogue, useMe } from '@/api/catalogue';
import { searchQuery } from '@/api/search';
import type { ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { rank } from '@/lib/rank';
import { useCommandList } from '@/ui/command/use-commands';
import type { IconName } from '@/ui/icon/icons';

export interface PaletteEntry {
  id: string;
  group: string;
  label: string;
  /** Second line. */
  detail?: string;
  icon?: IconName;
  /** Drawn with the avatar of this object's records instead of an icon. */
  record?: ObjectInfo;
  keys?: string;
  /** Where it leads, for a new tab. */
  href?: string;
  run: () => void;
}

const mostCommands = 7;
const mostRecords = 8;

/** What the palette offers: commands by `text` at once, records by `wanted` when the server has found them. */
export function usePaletteEntries(text: string, wanted: string): { entries: PaletteEntry[]; searching: boolean } {
  const t = useText();
  const me = useMe();
  const catalogue = useCatalogue();
  const navigate = useNavigate();
  const router = useRouter();
  const commands = useCommandList().filter((command) => !command.keysOnly);
  const { data: groups, isFetching } = useQuery({ ...searchQuery(wanted, [], mostRecords), placeholderData: (before) => before });

  const matching = text
    ? commands
        .map((command) => ({ command, score: rank(text, command.label) }))
        .filter(({ score }) => score > 0)
        .toSorted((one, other) => other.score - one.score)
        .slice(0, mostCommands)
        .map(({ command }) => command)
    : commands;
  const commandEntries = matching
    .toSorted((one, other) => matching.findIndex((each) => each.group === one.group) - matching.findIndex((each) => each.group === other.group))
    .map((command): PaletteEntry => ({ ...command, id: `command-${command.id}` }));

  const records = (text && groups ? groups : []).flatMap((group) => {
    const object = catalogue.find(group.object);
    if (!object || object.hidden) return [];
    return group.records.map((record): PaletteEntry => {
      const place = { to: '/o/$object/$id', params: { object: object.name, id: record.id } } as const;
      return {
        id: record.id,
        group: object.plural_label,
        label: record.name,
        detail: [object.label, record.detail].filter(Boolean).join(' · '),
        record: object,
        href: router.buildLocation(place).href,
        run: () => void navigate(place),
      };
    });
  });

  const creating = ['contact', 'account', 'opportunity']
    .map((name) => catalogue.find(name))
    .filter((object) => object !== undefined && allowed(me, object.name, 'create'))
    .map((object) => object as ObjectInfo)
    .map((object): PaletteEntry => {
      const nameField = object.fields.some((field) => field.name === 'last_name') ? 'last_name' : object.name_field;
      return {
        id: `named-${object.name}`,
        group: t('commands.create'),
        icon: 'plus',
        label: t('commands.create_named', { object: object.label, name: text }),
        run: () => void navigate({ to: '.', search: (before) => ({ ...before, create: object.name, preset: { [nameField]: text } }) }),
      };
    });
  const found = records.length > 0;
  return { entries: [...records, ...commandEntries, ...(text && text === wanted && !found && !isFetching ? creating : [])], searching: isFetching };
}
