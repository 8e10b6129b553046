import type { EventClickArg, EventContentArg, EventDropArg } from '@fullcalendar/core';
import dayGrid from '@fullcalendar/daygrid';
import interaction, { type EventResizeDoneArg } from '@fullcalendar/interaction';
import list from '@fullcalendar/list';
import timeGrid from '@fullcalendar/timegrid';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { failureOf, reasonOf } from '@/api/api-error';
import { allowed, useCatalogue, useMe } from '@/api/catalogue';
import { useUndoOf } from '@/api/change-sets';
import { useSaveRecord } from '@/api/save-record';
import type { AgendaEvent, Scope } from '@/api/agenda';
import type { Json, ObjectInfo } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { workingDays } from '@/lib/week';
import { addDays } from '@/lib/day';
import { changePreferences, usePreferences } from '@/lib/preferences';
import { Calendar } from '@/ui/calendar/calendar';
import { CalendarBar } from '@/ui/calendar/calendar-bar';
import { CalendarEntry } from '@/ui/calendar/calendar-entry';
import { useCalendar } from '@/ui/calendar/use-calendar';
import { Icon } from '@/ui/icon/icon';
import { PageBar } from '@/ui/page/page-bar';
import { ErrorState } from '@/ui/state/error-state';
import { Segmented } from '@/ui/segmented/segmented';
import { useToast } from '@/ui/toast/use-toast';
import { usePhone } from '@/ui/media/use-phone';
import { changesOf } from './calendar-model';
import { EntryDialog } from './entry-dialog';
import { isZone, mostZones } from './other-zones';
import { PeoplePicker } from './people-picker';
import { ScopeDialog } from './scope-dialog';
import { SlotTimes, ZoneNames } from './slot-times';
import { useEntries } from './use-entries';
import { useOccurrences } from './use-occurrences';
import { ZonePicker } from './zone-picker';

const views = { day: 'timeGridDay', week: 'timeGridWeek', month: 'dayGridMonth', agenda: 'listWeek' } as const;
type View = keyof typeof views;

/** A recurring event that was dragged: which times are meant is asked first. */
interface Asked {
  record: AgendaEvent;
  changes: Record<string, Json>;
  revert: () => void;
}

/** Whose something is, and where. */
function detailOf(...parts: (Json | undefined)[]) {
  const told = parts.filter((part) => typeof part === 'string' && part !== '') as string[];
  return told.length > 0 ? told.map((part, index) => <bdi key={part}>{index > 0 ? ` · ${part}` : part}</bdi>) : undefined;
}

/** Meetings and tasks by day, week, month or as a list. What is dragged can also be moved in a form. */
export function CalendarPage() {
  const t = useText();
  const me = useMe();
  const toast = useToast();
  const formats = useFormats();
  const catalogue = useCatalogue();
  const navigate = useNavigate({ from: '/calendar' });
  const search = useSearch({ from: '/frame/calendar' });
  const { ref, shown, step, datesSet } = useCalendar();
  const phone = usePhone();
  const view: View = search.view ?? (phone ? 'agenda' : 'week');
  const people = search.people?.length ? search.people : [me.user.id];
  const [open, setOpen] = useState<{ object: ObjectInfo; record: AgendaEvent } | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const occurrences = useOccurrences();
  const { entries, error, refetch } = useEntries(shown.from, shown.to, people);
  const undoOf = useUndoOf();
  const kept = usePreferences().zones;
  const zones = useMemo(() => kept.filter((zone) => zone !== formats.timeZone && isZone(zone)).slice(0, phone ? 1 : mostZones), [kept, formats.timeZone, phone]);
  const grid = useMemo(
    () => ({
      timeGrid: {
        dayHeaderFormat: { weekday: 'short', day: 'numeric' } as const,
        // The only cell over the hours is the one of week numbers.
        ...(zones.length > 0 && { weekNumbers: true, weekNumberContent: <ZoneNames zones={zones} own={formats.timeZone} /> }),
      },
    }),
    [zones, formats.timeZone],
  );
  // Clocks change on Sundays: the middle of a week tells what holds on most of its days.
  const toldDay = view === 'day' ? shown.from.toISOString().slice(0, 10) : addDays(shown.from.toISOString().slice(0, 10), 3);
  const saves = { event: useSaveRecord('event'), task: useSaveRecord('task') };
  const change = (next: Partial<typeof search>) => void navigate({ to: '/calendar', search: (before) => ({ ...before, ...next }), replace: true });

  async function move({ event, revert }: EventDropArg | EventResizeDoneArg) {
    const { record, object } = event.extendedProps as { record: AgendaEvent; object: 'event' | 'task' };
    if (!event.start) return revert();
    const changes = changesOf(object, { start: event.start, end: event.end, allDay: event.allDay }, formats.timeZone);
    if (record.occurrence) return setAsked({ record, changes, revert });
    try {
      const { changeSet } = await saves[object](record, changes);
      toast({ text: t('calendar.moved', { name: event.title }), undo: undoOf(changeSet) });
    } catch (thrown) {
      revert();
      toast({ text: reasonOf(thrown), failed: true });
    }
  }
  async function moveOccurrences({ record, changes, revert }: Asked, scope: Scope) {
    setAsked(null);
    try {
      await occurrences.change(record, scope, changes);
    } catch (thrown) {
      revert();
      toast({ text: reasonOf(thrown), failed: true });
    }
  }
  function create(start: Date, end: Date, allDay: boolean) {
    if (!allowed(me, 'event', 'create')) return;
    void navigate({ to: '.', search: (before) => ({ ...before, create: 'event', preset: { ...changesOf('event', { start, end, allDay }, formats.timeZone) } }) });
  }
  function select({ event }: EventClickArg) {
    if (event.extendedProps.busy === true) return;
    const { record, object } = event.extendedProps as { record: AgendaEvent; object: string };
    const known = catalogue.find(object);
    if (known) setOpen({ object: known, record });
  }
  const content = ({ event, timeText, view: drawn }: EventContentArg) => {
    const { object, tint, quiet, record, busy, whose } = event.extendedProps as { object: string; tint: string; quiet: boolean; record: AgendaEvent; busy?: true; whose?: string };
    const time = drawn.type.startsWith('list') ? undefined : timeText;
    if (busy) return <CalendarEntry tint={tint} icon="lock" title={event.title} time={time} detail={whose && <bdi>{whose}</bdi>} />;
    return (
      <CalendarEntry
        tint={tint}
        icon={object === 'task' ? (record.is_closed === true ? 'circle-check' : 'checkbox') : 'calendar-event'}
        title={event.title}
        mark={record.occurrence && <Icon name="repeat" size={12} label={t('calendar.recurs')} />}
        time={time}
        detail={detailOf(whose, record.location)}
        quiet={quiet}
      />
    );
  };
  return (
    <>
      <PageBar title={t('frame.calendar')}>
        <h1>{t('frame.calendar')}</h1>
      </PageBar>
      <CalendarBar title={shown.title} onStep={(way) => change({ date: step(way) })}>
        <PeoplePicker people={people} onChange={(next) => change({ people: next.length === 0 || (next.length === 1 && next[0] === me.user.id) ? undefined : next })} />
        {(view === 'day' || view === 'week') && <ZonePicker zones={zones} own={formats.timeZone} onChange={(next) => changePreferences({ zones: next })} />}
        <Segmented
          label={t('calendar.view')}
          selected={view}
          choices={(Object.keys(views) as View[]).map((id) => ({ id, label: t(`calendar.${id}`) }))}
          onSelect={(id) => {
            ref.current?.getApi().changeView(views[id]);
            change({ view: id });
          }}
        />
      </CalendarBar>
      {error && <ErrorState title={t('calendar.failed')} {...failureOf(error)} onRetry={() => void refetch()} />}
      <Calendar
        ref={ref}
        plugins={[dayGrid, timeGrid, list, interaction]}
        initialView={views[view]}
        initialDate={search.date ?? formats.today}
        nowIndicator
        scrollTime="07:30:00"
        businessHours={{ daysOfWeek: workingDays(formats.locale), startTime: '09:00', endTime: '18:00' }}
        noEventsText={t('calendar.nothing')}
        slotLabelFormat={{ hour: 'numeric', minute: '2-digit' }}
        views={grid}
        slotLabelContent={zones.length > 0 ? ({ time, text }) => <SlotTimes day={toldDay} minutes={(time?.milliseconds ?? 0) / 60_000} text={text} zones={zones} /> : undefined}
        dayMaxEvents
        events={entries}
        eventContent={content}
        editable
        selectable
        datesSet={datesSet}
        select={({ start, end, allDay }) => create(start, end, allDay)}
        eventClick={select}
        eventDrop={(drop) => void move(drop)}
        eventResize={(resize) => void move(resize)}
      />
      {asked && (
        <ScopeDialog
          title={String(asked.record.subject)}
          onChoose={(scope) => void moveOccurrences(asked, scope)}
          onClose={() => {
            asked.revert();
            setAsked(null);
          }}
        />
      )}
      {open && <EntryDialog object={open.object} record={open.record} onClose={() => setOpen(null)} />}
    </>
  );
}

