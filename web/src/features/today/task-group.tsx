import { useState } from 'react';
import type { Field, ObjectInfo, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { Button } from '@/ui/button/button';
import { Icon } from '@/ui/icon/icon';
import type { IconName } from '@/ui/icon/icons';
import { TaskRow } from './task-row';
import styles from './today.module.css';

export interface TaskGroupProps {
  object: ObjectInfo;
  icon: IconName;
  label: string;
  tasks: RecordData[];
  /** With whom a task is, where the object says so. */
  contact: Field | undefined;
  /** How many are shown before one asks for the others. */
  most: number;
  late?: boolean;
}

/** Tasks that have their time in common: the first ones, and the others when they are asked for. */
export function TaskGroup({ object, icon, label, tasks, contact, most, late }: TaskGroupProps) {
  const t = useText();
  const [all, setAll] = useState(false);
  // One row that says "1 more" takes as much room as the row itself.
  const shown = all || tasks.length <= most + 1 ? tasks : tasks.slice(0, most);
  return (
    <div>
      <h3 className={classNames(styles.group, late && styles.late)}>
        <Icon name={icon} size={14} />
        {label} <span>{tasks.length}</span>
      </h3>
      <ul>
        {shown.map((task) => (
          <TaskRow key={task.id} object={object} task={task} contact={contact} late={late} />
        ))}
      </ul>
      {shown.length < tasks.length && (
        <Button kind="quiet" small className={styles.more} onClick={() => setAll(true)}>
          {t('board.more', { count: tasks.length - shown.length })}
        </Button>
      )}
    </div>
  );
}
