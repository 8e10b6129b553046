import type { EventContentArg, EventDropArg } from '@fullcalendar/core';
import dayGrid from '@fullcalendar/daygrid';
import interaction from '@fullcalendar/interaction';
import list from '@fullcalendar/list';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { failureOf, reasonOf } from '@/api/api-error';
import { allowed, useMe } from '@/api/catalogue';
import { useUndoOf } from '@/api/change-sets';
import { type Column, valueAt } from '@/api/columns';
import { type DateField, datesOf } from '@/api/dates';
import { allOf } from '@/api/filter';
import { useSaveRecord } from '@/api/save-record';
import type { Filter, ObjectInfo, RecordData } from '@/api/types';
import { isEditable } from '@/fields/field-kits';
import { FieldValue } from '@/fields/field-value';
import { PlainContext } from '@/fields/plain';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { daysBetween } from '@/lib/day';
import { Button } from '@/ui/button/button';
import { Calendar } from '@/ui/calendar/calendar';
import { CalendarBar } from '@/ui/calendar/calendar-bar';
import { CalendarEntry } from '@/ui/calendar/calendar-entry';
import { useCalendar } from '@/ui/calendar/use-calendar';
import { iconNamed } from '@/ui/icon/icons';
import { Select } from '@/ui/input/select';
import { Note } from '@/ui/note/note';
import { Segmented } from '@/ui/segmented/segmented';
import { ErrorState } from '@/ui/state/error-state';
import { VisuallyHidden } from '@/ui/text/visually-hidden';
import { useToast } from '@/ui/toast/use-toast';
import { usePhone } from '@/ui/media/use-phone';
import type { ListSearch } from '../list-view';
import styles from '../list.module.css';
import { entryOf, movedBy } from './entries';
import { mostEntries, useSpan } from './use-span';

export interface RecordCalendarProps {
  object: ObjectInfo;
  /** The field that says on which day a record is. */
  date: DateField;
  /** What the view shows: the first of them that has a value stands under the name. */
  columns: Column[];
  /** Which records are shown. */
  asked: Filter | null;
  search: Pick<ListSearch, 'span' | 'day'>;
  onChange: (search: Partial<ListSearch>) => void;
}

const dayText = (day: Date) => day.toISOString().slice(0, 10);

/** The records of a list on their days. What is dragged to another day can be moved in the record's own form, too. */
export function RecordCalendar({ object, date, columns, asked, search, onChange }: RecordCalendarProps) {
  const t = useText();
  const me = useMe();
  const toast = useToast();
  const formats = useFormats();
  const navigate = useNavigate({ from: '/o/$object' });
  const { ref, shown, day, step, datesSet } = useCalendar();
  const phone = usePhone();
  const dates = useMemo(() => datesOf(object), [object]);
  const span = search.span ?? 'month';
  const view = phone ? (span === 'month' ? 'listMonth' : 'listWeek') : span === 'month' ? 'dayGridMonth' : 'dayGridWeek';
  const save = useSaveRecord(object.name);
  const undoOf = useUndoOf();
  const details = useMemo(() => columns.slice(1).filter(({ path }) => path !== date.field.name && path !== date.until?.name), [columns, date]);
  const told = useMemo(() => details.slice(0, 3), [details]);
  const { data, error, refetch, dateless } = useSpan(object, date, told, asked, shown);
  const mayMove = allowed(me, object.name, 'update') && isEditable(date.field) && (!date.until || isEditable(date.until));
  const entries = useMemo(
    // What recurs is moved where one is asked which times are meant.
    () => (data?.records ?? []).flatMap((record) => entryOf(object, record, date, formats.timeZone, mayMove && !record.recurrence) ?? []),
    [object, data, date, formats.timeZone, mayMove],
  );

  async function move({ event, oldEvent, revert }: EventDropArg) {
    if (!event.start || !oldEvent.start) return revert();
    const { record } = event.extendedProps as { record: RecordData };
    try {
      const { changeSet } = await save(record, movedBy(record, date, daysBetween(dayText(oldEvent.start), dayText(event.start)), formats.timeZone));
      toast({ text: t('calendar.moved', { name: event.title }), undo: undoOf(changeSet) });
    } catch (thrown) {
      revert();
      toast({ text: reasonOf(thrown), failed: true });
    }
  }
  function lead(way: 'prev' | 'next' | 'today') {
    const to = step(way);
    onChange({ day: way === 'today' ? undefined : to });
  }
  const content = ({ event, timeText, view: drawn }: EventContentArg) => {
    const { record } = event.extendedProps as { record: RecordData };
    const detail = drawn.type === 'dayGridMonth' ? undefined : told.find(({ path }) => (valueAt(record, path) ?? '') !== '');
    return (
      <CalendarEntry
        tint={object.tint}
        icon={iconNamed(object.icon)}
        title={event.title}
        short={drawn.type === 'dayGridMonth'}
        time={drawn.type.startsWith('list') ? undefined : timeText}
        detail={
          detail && (
            <PlainContext.Provider value>
              <FieldValue field={detail.field} record={record} path={detail.path} />
            </PlainContext.Provider>
          )
        }
      />
    );
  };
  const openDateless = () => void navigate({ search: (before) => ({ ...before, as: 'table', filter: allOf([asked, { field: date.field.name, op: 'is_empty' }]) ?? undefined }) });
  return (
    <>
      <CalendarBar title={shown.title} onStep={lead}>
        {dateless > 0 && (
          <Button small kind="quiet" onClick={openDateless}>
            {t('calendar.dateless', { count: dateless })}
          </Button>
        )}
        {dates.length > 1 && (
          <span>
            <Select small aria-label={t('calendar.by')} value={date.field.name} options={dates.map(({ field }) => ({ value: field.name, label: field.label }))} onChange={(event) => onChange({ when: event.target.value })} />
          </span>
        )}
        <Segmented
          label={t('calendar.view')}
          selected={span}
          choices={[
            { id: 'week', label: t('calendar.week') },
            { id: 'month', label: t('calendar.month') },
          ]}
          onSelect={(id) => onChange({ span: id === 'month' ? undefined : id, day: day() })}
        />
      </CalendarBar>
      {error && <ErrorState title={t('list.failed', { objects: object.plural_label })} {...failureOf(error)} onRetry={() => void refetch()} />}
      {data?.next && (
        <div className={styles.said}>
          <Note kind="warning">{t('calendar.too_many', { count: mostEntries })}</Note>
        </div>
      )}
      <VisuallyHidden>
        <span role="status">{data && t('calendar.entries', { count: entries.length })}</span>
      </VisuallyHidden>
      <Calendar
        key={view}
        ref={ref}
        plugins={[dayGrid, list, interaction]}
        initialView={view}
        initialDate={search.day ?? formats.today}
        displayEventTime={date.hasClock}
        noEventsText={t('calendar.no_entries')}
        dayMaxEvents={span === 'month'}
        events={entries}
        eventContent={content}
        datesSet={datesSet}
        eventClick={({ event }) => void navigate({ search: (before) => ({ ...before, peek: event.id }), replace: true })}
        eventDrop={(drop) => void move(drop)}
      />
    </>
  );
}
