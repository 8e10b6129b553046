import { Link, useRouterState } from '@tanstack/react-router';
import { useRecordNames } from '@/api/record-names';
import { RecordAvatar } from '@/fields/record-avatar';
import { useText } from '@/i18n/use-text';
import { usePreferences } from '@/lib/preferences';
import { NavigationGroup } from './navigation-group';
import styles from './frame.module.css';

const most = 4;

/** The records that were opened last, besides the one that is shown. */
export function Recent() {
  const t = useText();
  const { recent, favourites } = usePreferences();
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname ?? '' });
  const records = useRecordNames(recent.filter((id) => !pathname.endsWith(`/${id}`) && !favourites.includes(`record/${id}`)).slice(0, most));
  if (records.length === 0) return null;
  return (
    <NavigationGroup id="recent" label={t('frame.group_recent')}>
      {records.map(({ object, id, name }) => (
        <Link key={id} to="/o/$object/$id" params={{ object: object.name, id }} activeOptions={{ includeSearch: false }} className={styles.link} title={name}>
          <RecordAvatar object={object} name={name} size={18} />
          <span>
            <bdi>{name}</bdi>
          </span>
        </Link>
      ))}
    </NavigationGroup>
  );
}
