import { Link } from '@tanstack/react-router';
import { RecordAvatar } from '@/fields/record-avatar';
import { useText } from '@/i18n/use-text';
import { NavigationGroup } from './navigation-group';
import { useRecentRecords } from './use-recent-records';
import styles from './frame.module.css';

/** The records that were opened last. */
export function Recent() {
  const t = useText();
  const records = useRecentRecords();
  if (records.length === 0) return null;
  return (
    <NavigationGroup id="recent" label={t('frame.group_recent')}>
      {records.map(({ object, id, name }) => (
        <Link key={id} to="/o/$object/$id" params={{ object: object.name, id }} activeOptions={{ includeSearch: false }} className={styles.link} title={name}>
          <RecordAvatar object={object} name={name} size={18} />
          <span className="cut">
            <bdi>{name}</bdi>
          </span>
        </Link>
      ))}
    </NavigationGroup>
  );
}
