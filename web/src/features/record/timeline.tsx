import { useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { fieldOf, useCatalogue } from '@/api/catalogue';
import { shortListQuery } from '@/api/records';
import type { ObjectInfo, RecordData } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { EmptyState } from '@/ui/state/empty-state';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { activityFilter, activityObjects, timeFieldOf } from './activities';
import { LooseEnd } from './loose-end';
import { TimelineItem } from './timeline-item';
import { entryOf, type TimelineEntry, timelineOf } from './timeline-model';
import styles from './timeline.module.css';

const wanted = ['subject', 'title', 'name', 'body', 'description', 'outcome', 'status', 'is_closed', 'completed_at', 'due_date', 'due_time', 'starts_at', 'started_at', 'duration', 'location', 'pinned', 'owner_id', 'contact_id', 'created_at', 'version'];

function askFor(activity: ObjectInfo): string[] {
  const own = wanted.filter((name) => fieldOf(activity, name));
  return ['id', ...own, ...(fieldOf(activity, 'owner_id') ? ['owner.name'] : []), ...(fieldOf(activity, 'contact_id') ? ['contact.name'] : [])];
}

/** Everything that happened with the record and will: one line through all its days. */
export function Timeline({ object, record }: { object: ObjectInfo; record: RecordData }) {
  const t = useText();
  const { timeZone, weekday } = useFormats();
  const catalogue = useCatalogue();
  const [only, setOnly] = useState<string | null>(null);
  const activities = useMemo(() => activityObjects(catalogue), [catalogue]);
  const answers = useQueries({
    queries: activities.map((activity) => shortListQuery({ object: activity.name, fields: askFor(activity), filter: activityFilter(activity, object, record), sort: `-${timeFieldOf(activity)}`, limit: 100 })),
  });
  const failed = answers.find((answer) => answer.error);
  const now = new Date();
  const entries: TimelineEntry[] = answers.flatMap((answer, index) => {
    const activity = activities[index];
    return activity && (!only || only === activity.name) ? (answer.data ?? []).map((each) => entryOf(activity, each, now, timeZone)) : [];
  });
  const { pinned, planned, days } = timelineOf(entries);
  const loaded = answers.every((answer) => answer.data !== undefined);
  const open = fieldOf(object, 'stage_id') !== undefined && record.is_closed === false;

  if (failed) return <ErrorState title={t('timeline.failed')} reason={reasonOf(failed.error)} onRetry={() => answers.forEach((answer) => void answer.refetch())} />;
  if (!loaded) return <SkeletonRows rows={8} />;
  return (
    <div className={styles.timeline}>
      <div className={styles.kinds} role="group" aria-label={t('timeline.kinds')}>
        {activities.map((activity, index) => (
          <button key={activity.name} type="button" aria-pressed={only === activity.name} onClick={() => setOnly(only === activity.name ? null : activity.name)}>
            {activity.plural_label} <small>{answers[index]?.data?.length ?? 0}</small>
          </button>
        ))}
      </div>
      <div className={styles.stream}>
        {open && !only && planned.length === 0 && <LooseEnd object={object} record={record} last={days[0]?.day} />}
        {entries.length === 0 && !open && <EmptyState title={t('timeline.none')} text={t('timeline.none_text')} />}
        {[
          { key: 'pinned', title: t('timeline.pinned'), entries: pinned },
          { key: 'planned', title: t('timeline.planned'), entries: planned },
          ...days.map((day) => ({ key: day.day, title: weekday(day.day), entries: day.entries })),
        ]
          .filter((group) => group.entries.length > 0)
          .map((group) => (
            <section key={group.key} aria-label={group.title}>
              <h3 className={styles.day}>{group.title}</h3>
              <ol className={classNames(styles.thread)}>
                {group.entries.map((entry) => (
                  <TimelineItem key={entry.record.id} entry={entry} />
                ))}
              </ol>
            </section>
          ))}
      </div>
    </div>
  );
}
