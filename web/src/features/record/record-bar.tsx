import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useMe } from '@/api/catalogue';
import { usePresence } from '@/api/live';
import { nameOf } from '@/api/columns';
import type { ObjectInfo, RecordData } from '@/api/types';
import { UserAvatar } from '@/fields/user-avatar';
import { useText } from '@/i18n/use-text';
import { IconButton } from '@/ui/button/icon-button';
import { type Command, useCommands } from '@/ui/command/use-commands';
import { Icon } from '@/ui/icon/icon';
import { PageBar } from '@/ui/page/page-bar';
import { useNeighbours } from './use-neighbours';
import styles from './record.module.css';

/** Where one is, and the way to the record before and after in the list that one came from. */
export function RecordBar({ object, record }: { object: ObjectInfo; record: RecordData }) {
  const t = useText();
  const { place, open } = useNeighbours(object, record.id);
  const me = useMe();
  const others = usePresence(record.id).filter((person) => person.id !== me.user.id);
  const inList = place !== undefined;
  const board = object.list_views[0]?.kind === 'board';

  const commands = useMemo<Command[]>(
    () =>
      inList
        ? [
            { id: 'record-next', label: t('record.next'), icon: 'chevron-down', group: nameOf(record, object), here: true, keys: 'j', run: () => void open(1) },
            { id: 'record-previous', label: t('record.previous'), icon: 'chevron-up', group: nameOf(record, object), here: true, keys: 'k', run: () => void open(-1) },
          ]
        : [],
    [t, object, record, inList, open],
  );
  useCommands(commands);
  return (
    <PageBar title={nameOf(record, object)}>
      <span className={styles.back}>
        <Icon name="chevron-left" size={20} />
      </span>
      <Link to={board ? '/o/$object/board' : '/o/$object'} params={{ object: object.name }} activeOptions={{ exact: true }}>
        {object.plural_label}
      </Link>
      <span className={styles.crumbEnd}>
        <Icon name="chevron-right" size={14} />
      </span>
      <span aria-current="page" className={styles.current}>
        <bdi>{nameOf(record, object)}</bdi>
      </span>
      {place && (
        <span className={styles.neighbours}>
          <IconButton icon="chevron-up" small label={t('record.previous')} shortcut="K" disabled={place.index === 0} onClick={() => void open(-1)} />
          <IconButton icon="chevron-down" small label={t('record.next')} shortcut="J" disabled={!place.hasNext} onClick={() => void open(1)} />
          <span>{t('record.place', { index: place.index + 1, count: place.count, more: place.more ? '+' : '' })}</span>
        </span>
      )}
      {others.length > 0 && (
        <span role="group" aria-label={t('record.present', { names: others.map((person) => person.name).join(', ') })} className={styles.present}>
          {others.map((person) => (
            <UserAvatar key={person.id} id={person.id} name={person.name} size={24} />
          ))}
        </span>
      )}
    </PageBar>
  );
}
