import type { ReactNode } from 'react';
import { allowed, useCatalogue, useMe } from '@/api/catalogue';
import type { ObjectInfo, RecordData } from '@/api/types';
import { messageLinks, waysToReach } from '@/fields/ways-to-reach';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { IconButton } from '@/ui/button/icon-button';
import { Icon } from '@/ui/icon/icon';
import { iconNamed } from '@/ui/icon/icons';
import { Menu } from '@/ui/menu/menu';
import { activityObjects } from './activities';
import styles from './record.module.css';

export interface RecordActionsProps {
  object: ObjectInfo;
  record: RecordData;
  /** Opens the composer for that kind of activity; undefined where there is no timeline. */
  onCompose?: (kind: string) => void;
  /** What is done with records of this kind only. */
  children?: ReactNode;
}

/** What one does with a record first: each way to reach somebody that it has a value for, and writing down what happened. */
export function RecordActions({ object, record, onCompose, children }: RecordActionsProps) {
  const t = useText();
  const me = useMe();
  const catalogue = useCatalogue();
  const { phone, mobile, email, map } = waysToReach(object, record);
  // Whoever comes back from the telephone finds the form that takes the call down.
  const logs = allowed(me, 'call', 'create');
  const messages = mobile && messageLinks(mobile);
  return (
    <div className={styles.tiles}>
      {phone && (
        <a href={`tel:${phone}`} className={styles.action} onClick={() => logs && onCompose?.('call')}>
          <Icon name="phone" />
          {t('record.call')}
        </a>
      )}
      {email && (
        <a href={`mailto:${email}`} className={styles.action}>
          <Icon name="mail" />
          {t('record.mail')}
        </a>
      )}
      {messages && (
        <Menu
          position="bottom-start"
          target={<IconButton kind="default" className={classNames(styles.tile, styles.onPhone)} icon="message-circle" label={t('record.message')} caption={t('record.message')} />}
          sections={() => [
            {
              items: [
                { id: 'sms', label: t('record.sms'), icon: 'message-circle', run: () => window.location.assign(messages.sms) },
                { id: 'whatsapp', label: 'WhatsApp', icon: 'external-link', run: () => window.open(messages.whatsapp, '_blank', 'noreferrer') },
              ],
            },
          ]}
        />
      )}
      {map && (
        <a href={map} target="_blank" rel="noreferrer" className={classNames(styles.action, styles.onPhone)}>
          <Icon name="map-pin" />
          {t('record.map')}
        </a>
      )}
      {onCompose &&
        activityObjects(catalogue)
          .filter((activity) => !activity.custom && allowed(me, activity.name, 'create') && !(phone && activity.name === 'call'))
          .map((activity) => <IconButton key={activity.name} kind="default" className={styles.tile} icon={iconNamed(activity.icon)} label={t('commands.new', { object: activity.label })} caption={activity.label} onClick={() => onCompose(activity.name)} />)}
      {children}
    </div>
  );
}
