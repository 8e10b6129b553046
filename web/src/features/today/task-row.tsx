import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { nameOf } from '@/api/columns';
import type { Field, ObjectInfo, RecordData } from '@/api/types';
import { FieldValue } from '@/fields/field-value';
import { useFinishTask } from '@/fields/use-finish-task';
import { usePlanStep } from '@/fields/use-plan-step';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { IconButton } from '@/ui/button/icon-button';
import { Checkbox } from '@/ui/input/checkbox';
import { Menu } from '@/ui/menu/menu';
import { SwipeRow } from '@/ui/touch/swipe-row';
import styles from './today.module.css';

export interface TaskRowProps {
  object: ObjectInfo;
  task: RecordData;
  contact: Field | undefined;
  late?: boolean;
}

/** What is to be done, with whom and by when: its circle or a swipe finishes it, its clock or a swipe back puts it off. */
export function TaskRow({ object, task, contact, late }: TaskRowProps) {
  const t = useText();
  const { today, nearDay } = useFormats();
  const { finish, putOff } = useFinishTask();
  const { days } = usePlanStep();
  const [choosing, setChoosing] = useState(false);
  const name = nameOf(task, object);
  return (
    <li className={styles.taskItem}>
      <SwipeRow first={{ label: t('touch.done'), icon: 'check', run: () => void finish(task) }} more={{ label: t('today.later'), icon: 'clock', run: () => setChoosing(true) }}>
        <div className={styles.task}>
          <Checkbox round aria-label={t('timeline.finish', { name })} checked={task.is_closed === true} onChange={() => void finish(task)} />
          <span className={styles.taskText}>
            <Link to="/o/$object/$id" params={{ object: object.name, id: task.id }}>
              <bdi>{name}</bdi>
            </Link>
            {contact && <FieldValue field={contact} record={task} />}
          </span>
          <Menu
            opened={choosing}
            onChange={setChoosing}
            target={<IconButton icon="clock" small className={styles.putOff} label={t('today.put_off', { name })} />}
            sections={() => [{ items: days.map(({ day, label }) => ({ id: day, label, icon: 'calendar' as const, run: () => void putOff(task, day) })) }]}
          />
          {typeof task.due_date === 'string' && task.due_date !== today && (
            <time dateTime={task.due_date} className={classNames(styles.end, late && styles.late)}>
              {nearDay(task.due_date)}
            </time>
          )}
        </div>
      </SwipeRow>
    </li>
  );
}
