import { useMemo } from 'react';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { cityOf, clocksAt } from './other-zones';
import styles from './calendar.module.css';

export interface SlotTimesProps {
  /** Day by which the difference is told, "2026-11-21". */
  day: string;
  /** After midnight, on the person's own clock. */
  minutes: number;
  /** What the person's own clock shows, as they read it. */
  text: string;
  zones: readonly string[];
}

function useClock(): Intl.DateTimeFormat {
  const { locale } = useFormats();
  return useMemo(() => new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }), [locale]);
}

/** A time of the day in other zones, and, nearest to the grid, in one's own. */
export function SlotTimes({ day, minutes, text, zones }: SlotTimesProps) {
  const t = useText();
  const { timeZone } = useFormats();
  const clock = useClock();
  // "10:00 PM" takes more room than "22:00".
  const long = clock.resolvedOptions().hour12;
  return (
    <span className={classNames(styles.slotTimes, long && styles.longTimes)}>
      {clocksAt(day, minutes, timeZone, zones).map((other) => (
        <span key={other.zone} title={cityOf(other.zone)}>
          <bdi>{clock.format(new Date(`1970-01-01T${other.clock}:00Z`))}</bdi>
          {other.days !== 0 && <small>{t(other.days > 0 ? 'calendar.next_day' : 'calendar.day_before')}</small>}
        </span>
      ))}
      <span>{text}</span>
    </span>
  );
}

/** Over these times: where each of them is. */
export function ZoneNames({ zones, own }: { zones: readonly string[]; own: string }) {
  const long = useClock().resolvedOptions().hour12;
  return (
    <span className={classNames(styles.slotTimes, long && styles.longTimes)}>
      {[...zones, own].map((zone) => (
        <span key={zone} title={zone}>
          <bdi>{cityOf(zone)}</bdi>
        </span>
      ))}
    </span>
  );
}
