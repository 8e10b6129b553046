import type { CalendarOptions } from '@fullcalendar/core';
import FullCalendar from '@fullcalendar/react';
import { type Ref, useEffect, useRef, useState } from 'react';
import { useRegion } from '@/i18n/region';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { firstWeekday } from '@/lib/week';
import { wallText } from '@/lib/zone';
import styles from './calendar.module.css';

export interface CalendarProps extends CalendarOptions {
  ref: Ref<FullCalendar>;
}

/** Days with entries, in the person's language, week and direction. It counts in wall time, and is told that this is UTC. */
export function Calendar({ ref, eventClick, ...options }: CalendarProps) {
  const t = useText();
  const formats = useFormats();
  const region = useRegion();
  const frame = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<{ updateSize: () => void } | null>(null);

  // It knows when the window changes, not when something opens beside it.
  useEffect(() => {
    if (!frame.current || !drawn) return;
    const observer = new ResizeObserver(() => drawn.updateSize());
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [drawn]);
  return (
    <div ref={frame} className={styles.calendar}>
      <FullCalendar
        ref={ref}
        headerToolbar={false}
        height="100%"
        timeZone="UTC"
        now={() => wallText(new Date().toISOString(), formats.timeZone)}
        locale={formats.locale}
        direction={document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'}
        firstDay={firstWeekday(formats.locale, region.firstWeekday)}
        allDayText={t('calendar.all_day')}
        moreLinkText={(count) => t('calendar.more', { count })}
        // It opens a list, which a bare <a> cannot say.
        moreLinkDidMount={({ el }) => el.setAttribute('role', 'button')}
        // The agenda holds nothing that takes the focus before it can be scrolled.
        viewDidMount={({ el, view }) => {
          el.querySelector('.fc-list .fc-scroller')?.setAttribute('tabindex', '0');
          setDrawn(view.calendar);
        }}
        eventTimeFormat={{ hour: 'numeric', minute: '2-digit' }}
        defaultRangeSeparator="–"
        eventDisplay="block"
        eventInteractive
        longPressDelay={400}
        // An entry is a link, which opens in a tab of its own with these keys.
        eventClick={(pressed) => {
          if (pressed.jsEvent.ctrlKey || pressed.jsEvent.metaKey || pressed.jsEvent.shiftKey) return;
          pressed.jsEvent.preventDefault();
          eventClick?.(pressed);
        }}
        {...options}
      />
    </div>
  );
}
