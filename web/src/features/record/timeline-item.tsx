import { Link } from '@tanstack/react-router';
import { nameOf } from '@/api/columns';
import { fieldOf, useMe } from '@/api/catalogue';
import type { Field } from '@/api/types';
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
import { FoldedText } from './folded-text';
import { PinButton } from './pin-button';
import { isOneParagraph, type TimelineEntry, toldByTitle } from './timeline-model';
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
  const text = (field: Field) => textOfHtml(String(record[field.name] ?? ''));
  const written = ['body', 'description'].map((each) => fieldOf(object, each)).find((field) => field && text(field) !== '');
  // A short note is its own title, and a longer one begins with it: nothing is told twice. A title has no links and knows nobody's new name.
  const told = written ? toldByTitle(name, text(written)) : 'nothing';
  const body = written && told === 'all' && isOneParagraph(String(record[written.name])) ? undefined : written;
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
            <bdi>{body && told !== 'nothing' ? object.label : name}</bdi>
          </Link>{' '}
          <span className={styles.by}>{by}</span>
        </span>
        {outcome && outcome.type === 'picklist' && <FieldValue field={outcome} record={record} />}
        {fieldOf(object, 'pinned')?.editable && <PinButton object={object} record={record} />}
        <time className={classNames(late && styles.late)} dateTime={moment ?? day} title={moment ? formats.moment(moment) : formats.longDay(day)}>
          {late && <Icon name="alert-circle" size={14} label={t('today.overdue')} />} {moment ? (planned ? formats.nearMoment(moment) : formats.clock(moment)) : formats.nearDay(day)}
        </time>
      </div>
      {contact && record.contact_id && (
        <p className={styles.with}>
          <FieldValue field={contact} record={record} />
        </p>
      )}
      {body && (
        <FoldedText text={String(record[body.name])}>
          <FieldValue field={body} record={record} />
        </FoldedText>
      )}
    </li>
  );
}
