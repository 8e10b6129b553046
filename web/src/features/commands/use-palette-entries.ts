import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { allowed, useCatalogue, useMe, usePersonal } from '@/api/catalogue';
import { useRecordNames } from '@/api/record-names';
import { searchQuery } from '@/api/search';
import type { ObjectInfo } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { rank } from '@/lib/rank';
import { useCommandList } from '@/ui/command/use-commands';
import type { IconName } from '@/ui/icon/icons';

export interface PaletteEntry {
  id: string;
  group: string;
  /** How many the group has, as its heading says it. */
  count?: string;
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
const mostRecent = 6;

/** What the palette offers: what was opened last before anything is typed; then commands by `text` at once, records by `wanted` when the server has found them. */
export function usePaletteEntries(text: string, wanted: string): { entries: PaletteEntry[]; searching: boolean } {
  const t = useText();
  const me = useMe();
  const catalogue = useCatalogue();
  const navigate = useNavigate();
  const router = useRouter();
  const formats = useFormats();
  const commands = useCommandList().filter((command) => !command.keysOnly);
  const { data: groups, isFetching } = useQuery({ ...searchQuery(wanted, [], mostRecords), placeholderData: (before) => before });

  const matching = text
    ? commands
        .map((command) => ({ command, score: rank(text, command.label) }))
        .filter(({ score }) => score > 0)
        .toSorted((one, other) => other.score - one.score)
        .slice(0, mostCommands)
        .map(({ command }) => command)
    : commands.toSorted((one, other) => Number(other.here ?? false) - Number(one.here ?? false));
  const commandEntries = matching
    .toSorted((one, other) => matching.findIndex((each) => each.group === one.group) - matching.findIndex((each) => each.group === other.group))
    .map((command): PaletteEntry => ({ ...command, id: `command-${command.id}` }));

  const { recent } = usePersonal();
  const opened = useRecordNames(text ? [] : recent.slice(0, mostRecent));
  const entryOf = (object: ObjectInfo, id: string, name: string) => {
    const place = { to: '/o/$object/$id', params: { object: object.name, id } } as const;
    return { id, label: name, record: object, href: router.buildLocation(place).href, run: () => void navigate(place) };
  };
  const latest = opened.map(({ object, id, name }): PaletteEntry => ({ ...entryOf(object, id, name), group: t('frame.group_recent'), detail: object.label }));
  const wantedName = text.toLocaleLowerCase();
  /** Whose name it is before what was opened lately, and that before the rest, which comes as the server ranks it. */
  const nearness = ({ id, name }: { id: string; name: string }) => (name.toLocaleLowerCase() === wantedName ? 2 : recent.includes(id) ? 1 : 0);

  const records = (text && groups ? groups : []).flatMap((group) => {
    const object = catalogue.find(group.object);
    if (!object || object.hidden) return [];
    const count = group.records.length < mostRecords ? formats.number(group.records.length) : t('commands.more_than', { count: mostRecords });
    return group.records
      .toSorted((one, other) => nearness(other) - nearness(one))
      .map((record): PaletteEntry => ({ ...entryOf(object, record.id, record.name), group: object.plural_label, count, detail: [object.label, record.detail].filter(Boolean).join(' · ') }));
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
  return { entries: [...latest, ...records, ...commandEntries, ...(text && text === wanted && !found && !isFetching ? creating : [])], searching: isFetching };
}
