import { useMemo } from 'react';
import { allowed, useCatalogue, useMe } from '@/api/catalogue';
import { nameOf } from '@/api/columns';
import type { ObjectInfo, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { type Command, useCommands } from '@/ui/command/use-commands';
import { iconNamed } from '@/ui/icon/icons';
import type { MenuItem } from '@/ui/menu/menu';
import { activityObjects } from './activities';

/** Opens the first field of the page that can be edited. */
const editFirst = () => document.querySelector<HTMLElement>('[data-edits]')?.click();

/** Has the palette and the keys do what the head of a record does: write down what happened, and what its menu has. */
export function useRecordCommands(object: ObjectInfo, record: RecordData, items: readonly MenuItem[], onCompose: ((kind: string) => void) | undefined): void {
  const t = useText();
  const me = useMe();
  const catalogue = useCatalogue();
  const commands = useMemo<Command[]>(() => {
    const name = nameOf(record, object);
    const here = { group: name, here: true } as const;
    const kinds = onCompose ? activityObjects(catalogue).filter((activity) => !activity.custom && allowed(me, activity.name, 'create')) : [];
    return [
      ...(allowed(me, object.name, 'update') ? [{ ...here, id: 'record-edit', label: t('common.edit'), icon: 'pencil', keys: 'e', run: editFirst } satisfies Command] : []),
      ...kinds.map((activity): Command => ({ ...here, id: `record-${activity.name}`, label: t('record.activity_about', { activity: activity.label, name }), icon: iconNamed(activity.icon), run: () => onCompose?.(activity.name) })),
      ...items.map((item): Command => ({ ...here, id: `record-${item.id}`, label: item.label, icon: item.icon ?? 'dots', run: item.run })),
    ];
  }, [t, me, catalogue, object, record, items, onCompose]);
  useCommands(commands);
}
