import type { Notification, NotificationGroup } from '@/api/notifications';
import type { ObjectInfo } from '@/api/types';
import type { Formats } from '@/i18n/use-formats';
import type { Text } from '@/i18n/use-text';
import { dayOf } from '@/lib/zone';

/** What a group is about. */
export function titleOf({ record, notifications: [{ job, count }] }: NotificationGroup, object: ObjectInfo | undefined, t: Text): string {
  if (job) return t(job.state === 'failed' ? 'notifications.job_failed' : 'notifications.job_done', { kind: job.kind.replace('.', '_'), label: job.label });
  if (record) return record.name || (object?.label ?? '');
  return count > 1 && object ? t('notifications.many', { count, objects: object.plural_label }) : t('notifications.not_seen');
}

/** When it is of which somebody is reminded. */
function reminderWords({ type, due_date, starts_at, all_day }: Notification, t: Text, formats: Formats): string {
  if (type === 'task_due') return t('notifications.task_due', { when: due_date ? 'day' : 'unknown', moment: due_date ? formats.nearDay(due_date) : '' });
  if (!starts_at) return t('notifications.event_starts', { when: 'unknown', moment: '' });
  return all_day
    ? t('notifications.event_starts', { when: 'day', moment: formats.nearDay(dayOf(new Date(starts_at), formats.timeZone)) })
    : t('notifications.event_starts', { when: 'moment', moment: formats.nearMoment(starts_at) });
}

/** What happened, and who did it. */
export function whatHappened(one: Notification, { records }: NotificationGroup, t: Text, formats: Formats): string {
  const actor = one.actor?.name ?? '';
  const known = actor ? 'by' : 'alone';
  if (one.type === 'job') return one.job?.state === 'failed' ? t('notifications.failed_text') : t('notifications.done_text');
  if (one.type === 'task_due' || one.type === 'event_starts') return reminderWords(one, t, formats);
  if (one.type === 'mentioned') return t('notifications.mentioned', { known, actor });
  if (one.type === 'shared') return t(one.by === 'record_share' ? 'notifications.shared' : 'notifications.joined', { known, actor });
  const assigned = t('notifications.assigned', { known, actor });
  return one.count > records.length && one.count > 1 ? `${assigned} · ${t('notifications.first_shown', { count: formats.number(records.length) })}` : assigned;
}
