import { Link } from '@tanstack/react-router';
import { nameOf } from '@/api/columns';
import { fieldOf, useMe } from '@/api/catalogue';
import { FieldValue } from '@/fields/field-value';
import { useFinishTask } from '@/fields/use-finish-task';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { textOfHtml } from '@/lib/html';
import { Icon } from '@/ui/icon/icon';
import { iconNamed } from '@/ui/icon/icons';
import { Checkbox } from '@/ui/input/checkbox';
import { tintClass } from '@/ui/tint-class';
import type { TimelineEntry } from './timeline-model';
import styles from './timeline.module.css';

/** One stop: what it was, with whom, by whom, and its text. A task is finished from here. */
export function TimelineItem({ entry: { object, record, day, moment, planned } }: { entry: TimelineEntry }) {
  const t = useText();
  const me = useMe();
  const formats = useFormats();
  const { finish } = useFinishTask();
  const name = nameOf(record, object);
  const isTask = object.name === 'task';
  const late = isTask && planned && day < formats.today;
  // A short note is its own title; it is not told twice.
  const tellsMore = (text: unknown) => typeof text === 'string' && text !== '' && textOfHtml(text) !== name;
  const body = ['body', 'description'].map((each) => fieldOf(object, each)).find((field) => field && tellsMore(record[field.name]));
  const outcome = fieldOf(object, 'outcome');
  const contact = fieldOf(object, 'contact_id');
  const owner = record.owner && typeof record.owner === 'object' && !Array.isArray(record.owner) ? record.owner.name : undefined;
  const by = record.owner_id === me.user.id ? t('timeline.you') : typeof owner === 'string' ? owner : '';

  return (
    <li>
      <span className={classNames(styles.node, tintClass(object.tint))} title={object.label}>
        <Icon name={iconNamed(object.icon)} size={14} label={object.label} />
      </span>
      <div className={styles.line}>
        {isTask && <Checkbox round aria-label={t('timeline.finish', { name })} checked={record.is_closed === true} onChange={(event) => void finish(record, event.target.checked)} />}
        <span className={styles.what}>
          <Link to="/o/$object/$id" params={{ object: object.name, id: record.id }} className={styles.subject}>
            <bdi>{name}</bdi>
          </Link>{' '}
          <span className={styles.by}>{by}</span>
        </span>
        {outcome && outcome.type === 'picklist' && <FieldValue field={outcome} record={record} />}
        <time className={classNames(late && styles.late)}>{moment ? (planned ? formats.nearMoment(moment) : formats.clock(moment)) : formats.nearDay(day)}</time>
      </div>
      {contact && record.contact_id && (
        <p className={styles.with}>
          <FieldValue field={contact} record={record} />
        </p>
      )}
      {body && (
        <div className={styles.box}>
          <FieldValue field={body} record={record} />
        </div>
      )}
    </li>
  );
}
