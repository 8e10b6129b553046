import type { Notification, NotificationGroup } from '@/api/notifications';
import type { ObjectInfo } from '@/api/types';
import type { Formats } from '@/i18n/use-formats';
import type { Text } from '@/i18n/use-text';

/** What a group is about. */
export function titleOf({ record, notifications: [{ job, count }] }: NotificationGroup, object: ObjectInfo | undefined, t: Text): string {
  if (job) return t(job.state === 'failed' ? 'notifications.job_failed' : 'notifications.job_done', { kind: job.kind.replace('.', '_'), label: job.label });
  if (record) return record.name || (object?.label ?? '');
  return count > 1 && object ? t('notifications.many', { count, objects: object.plural_label }) : t('notifications.not_seen');
}

/** What happened, and who did it. */
export function whatHappened(one: Notification, { records }: NotificationGroup, t: Text, formats: Formats): string {
  const actor = one.actor?.name ?? '';
  const known = actor ? 'by' : 'alone';
  if (one.type === 'job') return one.job?.state === 'failed' ? t('notifications.failed_text') : t('notifications.done_text');
  if (one.type === 'mentioned') return t('notifications.mentioned', { known, actor });
  if (one.type === 'shared') return t(one.by === 'record_share' ? 'notifications.shared' : 'notifications.joined', { known, actor });
  const assigned = t('notifications.assigned', { known, actor });
  return one.count > records.length && one.count > 1 ? `${assigned} · ${t('notifications.first_shown', { count: formats.number(records.length) })}` : assigned;
}
