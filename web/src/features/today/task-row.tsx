import { Link } from '@tanstack/react-router';
import { nameOf } from '@/api/columns';
import type { Field, ObjectInfo, RecordData } from '@/api/types';
import { FieldValue } from '@/fields/field-value';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { Checkbox } from '@/ui/input/checkbox';
import styles from './today.module.css';

export interface TaskRowProps {
  object: ObjectInfo;
  task: RecordData;
  contact: Field | undefined;
  late?: boolean;
  onFinish: (task: RecordData) => void;
}

/** What is to be done, with whom and by when; its circle finishes it. */
export function TaskRow({ object, task, contact, late, onFinish }: TaskRowProps) {
  const t = useText();
  const { today, nearDay } = useFormats();
  const name = nameOf(task, object);
  return (
    <li className={styles.task}>
      <Checkbox round aria-label={t('timeline.finish', { name })} checked={task.is_closed === true} onChange={() => onFinish(task)} />
      <span className={styles.taskText}>
        <Link to="/o/$object/$id" params={{ object: object.name, id: task.id }}>
          <bdi>{name}</bdi>
        </Link>
        {contact && <FieldValue field={contact} record={task} />}
      </span>
      {typeof task.due_date === 'string' && task.due_date !== today && (
        <time dateTime={task.due_date} className={classNames(styles.end, late && styles.late)}>
          {nearDay(task.due_date)}
        </time>
      )}
    </li>
  );
}
