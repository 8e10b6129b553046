import { Link } from '@tanstack/react-router';
import { useCatalogue, useMe } from '@/api/catalogue';
import type { NotificationGroup } from '@/api/notifications';
import { RecordAvatar } from '@/fields/record-avatar';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { ObjectTile } from '@/ui/avatar/object-tile';
import { IconButton } from '@/ui/button/icon-button';
import { Icon } from '@/ui/icon/icon';
import { Menu } from '@/ui/menu/menu';
import { VisuallyHidden } from '@/ui/text/visually-hidden';
import { placeOf } from './place-of';
import { snoozeChoices } from './snooze-choices';
import { titleOf, whatHappened } from './words-of';
import styles from './notifications.module.css';

export interface NotificationRowProps {
  group: NotificationGroup;
  /** It leads somewhere, and was followed. */
  onOpen: () => void;
  onMark: (read: boolean) => void;
  /** Until a moment; null brings it back. */
  onSnooze: (until: string | null) => void;
}

/** What was told of one record, or of one act: it leads there, and is read then. */
export function NotificationRow({ group, onOpen, onMark, onSnooze }: NotificationRowProps) {
  const t = useText();
  const me = useMe();
  const formats = useFormats();
  const catalogue = useCatalogue();
  const object = catalogue.find(group.object ?? undefined);
  const title = titleOf(group, object, t);
  const place = placeOf(group, me.administrator);
  const { job } = group.notifications[0];
  const failed = job?.state === 'failed';
  const follow = () => {
    if (!group.read) onMark(true);
    onOpen();
  };
  const words = (
    <>
      {!group.read && <VisuallyHidden>{t('notifications.unread_mark')} </VisuallyHidden>}
      <bdi>{title}</bdi>
    </>
  );
  return (
    <li className={classNames(styles.row, !group.read && styles.unread)}>
      {job ? (
        <span className={classNames(styles.job, failed && styles.failed)}>
          <Icon name={failed ? 'alert-circle' : 'circle-check'} size={18} />
        </span>
      ) : group.record ? (
        <RecordAvatar object={object} name={title} size={28} />
      ) : (
        <ObjectTile icon={object?.icon ?? ''} tint={object?.tint} size={28} />
      )}
      <div className={styles.words}>
        {place ? (
          <Link {...place} className={styles.title} onClick={follow}>
            {words}
          </Link>
        ) : (
          <span className={styles.title}>{words}</span>
        )}
        {group.notifications.map((one) => (
          <p key={one.id}>
            {whatHappened(one, group, t, formats)}{' '}
            <span className={styles.when}>
              · <time dateTime={one.at}>{formats.ago(one.at)}</time>
            </span>
          </p>
        ))}
        {group.snoozed_until && <p>{t('notifications.back_at', { moment: formats.nearMoment(group.snoozed_until) })}</p>}
      </div>
      <div className={styles.actions}>
        {group.snoozed_until ? (
          <IconButton icon="arrow-back-up" small label={t('notifications.bring_back', { title })} onClick={() => onSnooze(null)} />
        ) : (
          <>
            <IconButton icon={group.read ? 'bell' : 'check'} small label={t(group.read ? 'notifications.mark_unread' : 'notifications.mark_read', { title })} onClick={() => onMark(!group.read)} />
            <Menu
              target={<IconButton icon="clock" small label={t('notifications.snooze', { title })} />}
              sections={() => [
                {
                  label: t('notifications.snooze_until'),
                  items: snoozeChoices(formats.timeZone).map(({ id, until }) => ({ id, label: t(`notifications.snooze_${id}`, { moment: formats.nearMoment(until) }), run: () => onSnooze(until) })),
                },
              ]}
            />
          </>
        )}
      </div>
    </li>
  );
}
