import { Link } from '@tanstack/react-router';
import { allowed, useMe } from '@/api/catalogue';
import type { DuplicatePair } from '@/api/duplicates';
import type { ObjectInfo } from '@/api/types';
import { RecordAvatar } from '@/fields/record-avatar';
import { useReasonText } from '@/fields/use-reason-text';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import styles from './duplicates.module.css';

export interface PairRowProps {
  object: ObjectInfo;
  pair: DuplicatePair;
  /** While they are told apart. */
  busy: boolean;
  onMerge: () => void;
  onApart: () => void;
}

/** Two records that are likely the same, why, and what can be done about it. */
export function PairRow({ object, pair, busy, onMerge, onApart }: PairRowProps) {
  const t = useText();
  const me = useMe();
  const why = useReasonText();
  const names = pair.records.map(({ name }) => name).join(', ');
  const mayUpdate = allowed(me, object.name, 'update');
  return (
    <li className={styles.pair}>
      <div className={styles.both}>
        {pair.records.map(({ id, name }) => (
          <Link key={id} to="/o/$object/$id" params={{ object: object.name, id }} className={styles.record} data-preview={id} data-peek={id}>
            <RecordAvatar object={object} name={name} size={20} />
            <bdi>{name}</bdi>
          </Link>
        ))}
      </div>
      <p className={styles.why}>{why(object, pair)}</p>
      {mayUpdate && (
        <div className={styles.buttons}>
          {allowed(me, object.name, 'delete') && (
            <Button small icon="arrow-merge" aria-label={`${t('duplicates.merge')} ${names}`} onClick={onMerge}>
              {t('duplicates.merge')}
            </Button>
          )}
          <Button small kind="quiet" busy={busy} aria-label={`${t('duplicates.different')}: ${names}`} onClick={onApart}>
            {t('duplicates.different')}
          </Button>
        </div>
      )}
    </li>
  );
}
