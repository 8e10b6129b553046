import { useMe } from '@/api/catalogue';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { Icon } from '@/ui/icon/icon';
import { iconNamed } from '@/ui/icon/icons';
import { tintClass } from '@/ui/tint-class';
import type { TimelineEntry } from './timeline-model';
import styles from './timeline.module.css';

/** One stop: from which stage to which, and by whom. */
export function TimelineMove({ entry: { object, record, moment } }: { entry: TimelineEntry }) {
  const t = useText();
  const me = useMe();
  const formats = useFormats();
  const { owner } = record;
  const name = owner && typeof owner === 'object' && !Array.isArray(owner) ? owner.name : undefined;
  return (
    <li>
      <span className={classNames(styles.node, tintClass(object.tint))} title={object.label}>
        <Icon name={iconNamed(object.icon)} size={14} label={object.label} />
      </span>
      <div className={styles.line}>
        <span className={styles.what}>
          <bdi>{String(record.from)}</bdi> <Icon name="arrow-right" size={13} /> <bdi>{String(record.to)}</bdi> <span className={styles.by}>{record.owner_id === me.user.id ? t('timeline.you') : String(name ?? '')}</span>
        </span>
        {moment && (
          <time dateTime={moment} title={formats.moment(moment)}>
            {formats.clock(moment)}
          </time>
        )}
      </div>
    </li>
  );
}
