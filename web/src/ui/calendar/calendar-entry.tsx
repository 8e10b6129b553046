import type { ReactNode } from 'react';
import { classNames } from '@/lib/class-names';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import { tintClass } from '../tint-class';
import styles from './calendar.module.css';

export interface CalendarEntryProps {
  tint: string | undefined;
  icon: IconName;
  title: string;
  /** What it is besides: recurring. */
  mark?: ReactNode;
  /** When it begins; none for whole days. */
  time?: string;
  /** A further line. */
  detail?: ReactNode;
  /** It is done or called off. */
  quiet?: boolean;
  /** On one line, its end cut: many stand on one day. */
  short?: boolean;
}

/** One entry of a calendar: a tile in a grid of days, a line of an agenda. */
export function CalendarEntry({ tint, icon, title, mark, time, detail, quiet, short }: CalendarEntryProps) {
  return (
    <span className={classNames(styles.entry, tintClass(tint), quiet && styles.quiet, short && styles.short)} title={short ? title : undefined}>
      {mark}
      <Icon name={icon} size={14} />
      <span>
        {time && <time>{time} </time>}
        <bdi>{title}</bdi>
        {detail && <small>{detail}</small>}
      </span>
    </span>
  );
}
