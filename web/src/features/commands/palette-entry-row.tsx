import { useEffect, useRef } from 'react';
import { RecordAvatar } from '@/fields/record-avatar';
import { classNames } from '@/lib/class-names';
import { readableKeys } from '@/ui/command/key-sequence';
import { Icon } from '@/ui/icon/icon';
import { Kbd } from '@/ui/kbd/kbd';
import type { PaletteEntry } from './use-palette-entries';
import styles from './commands.module.css';

export interface PaletteEntryRowProps {
  id: string;
  entry: PaletteEntry;
  /** Whether the name of its group stands above it. */
  heading: boolean;
  chosen: boolean;
  onChoose: () => void;
  onRun: (newTab: boolean) => void;
}

export function PaletteEntryRow({ id, entry, heading, chosen, onChoose, onRun }: PaletteEntryRowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <>
      {heading && (
        <div role="presentation" className={styles.heading}>
          {entry.group} {entry.count && <span>{entry.count}</span>}
        </div>
      )}
      <div ref={row} id={id} role="option" aria-selected={chosen} className={classNames(styles.entry, chosen && styles.chosen)} onMouseMove={onChoose} onClick={(event) => onRun(event.ctrlKey || event.metaKey)}>
        {entry.record ? <RecordAvatar object={entry.record} name={entry.label} size={24} /> : <span className={styles.icon}>{entry.icon && <Icon name={entry.icon} />}</span>}
        <span className={styles.text}>
          <bdi>{entry.label}</bdi>
          {entry.detail && <small>{entry.detail}</small>}
        </span>
        {entry.keys && readableKeys(entry.keys).map((key, index) => <Kbd key={index}>{key}</Kbd>)}
      </div>
    </>
  );
}
