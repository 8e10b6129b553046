import { Link, useNavigate } from '@tanstack/react-router';
import { fieldOf, useMe } from '@/api/catalogue';
import type { ObjectInfo, RecordData } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { IconButton } from '@/ui/button/icon-button';
import { Panel } from '@/ui/panel/panel';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { LoadFailed } from './load-failed';
import { mostTasks, openTasks, tasksRequest } from './panels';
import { TaskGroup } from './task-group';
import { useShortList } from './use-short-list';
import styles from './today.module.css';

/** The person's open tasks: those that are late, those of today, those to come. */
export function TaskList({ object }: { object: ObjectInfo }) {
  const t = useText();
  const me = useMe();
  const navigate = useNavigate();
  const { today } = useFormats();
  const contact = fieldOf(object, 'contact_id');
  const { data, error, isPending, refetch } = useShortList(tasksRequest(object, me));
  const dueOf = (task: RecordData) => (typeof task.due_date === 'string' ? task.due_date : '');
  const tasks = data ?? [];
  const groups = [
    { id: 'overdue', icon: 'alert-circle', label: t('today.overdue'), most: 6, tasks: tasks.filter((task) => dueOf(task) !== '' && dueOf(task) < today) },
    { id: 'today', icon: 'sun', label: t('frame.today'), most: 8, tasks: tasks.filter((task) => dueOf(task) === today) },
    { id: 'later', icon: 'calendar', label: t('today.later'), most: 3, tasks: tasks.filter((task) => dueOf(task) === '' || dueOf(task) > today) },
  ] as const;

  return (
    <Panel
      title={object.plural_label}
      count={tasks.length < mostTasks ? data && tasks.length : `${mostTasks}+`}
      actions={
        <>
          {tasks.length > 0 && (
            <Link to="/queue" className={styles.all}>
              {t('queue.start')}
            </Link>
          )}
          <Link to="/o/$object" params={{ object: object.name }} search={{ filter: openTasks(me), sort: 'due_date' }} className={styles.all}>
            {t('today.all')}
          </Link>
          <IconButton icon="plus" small label={t('commands.new', { object: object.label })} onClick={() => void navigate({ to: '.', search: (before) => ({ ...before, create: object.name, preset: undefined }) })} />
        </>
      }
    >
      {isPending && <SkeletonRows rows={4} />}
      {error && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p className={styles.note}>{t('today.tasks_none')}</p>}
      {groups
        .filter((group) => group.tasks.length > 0)
        .map((group) => (
          <TaskGroup key={group.id} object={object} icon={group.icon} label={group.label} tasks={group.tasks} contact={contact} most={group.most} late={group.id === 'overdue'} />
        ))}
    </Panel>
  );
}
