import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { reasonOf } from '@/api/api-error';
import { fieldOf, useMe } from '@/api/catalogue';
import { nameOf } from '@/api/columns';
import { shortListQuery } from '@/api/records';
import { useSaveRecord } from '@/api/save-record';
import type { ObjectInfo, RecordData } from '@/api/types';
import { FieldValue } from '@/fields/field-value';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { IconButton } from '@/ui/button/icon-button';
import { Icon } from '@/ui/icon/icon';
import { Checkbox } from '@/ui/input/checkbox';
import { Panel } from '@/ui/panel/panel';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { useToast } from '@/ui/toast/use-toast';
import styles from './today.module.css';

/** The person's open tasks: those that are late, those of today, those to come. */
export function TaskList({ object }: { object: ObjectInfo }) {
  const t = useText();
  const me = useMe();
  const toast = useToast();
  const navigate = useNavigate();
  const { today, day } = useFormats();
  const save = useSaveRecord(object.name);
  const contact = fieldOf(object, 'contact_id');
  const { data, error, isPending } = useQuery(
    shortListQuery({
      object: object.name,
      fields: ['id', 'version', 'subject', 'due_date', 'status', 'is_closed', ...(contact ? ['contact_id', 'contact.name'] : [])],
      filter: { and: [{ field: 'owner_id', op: '=', value: me.user.id }, { field: 'is_closed', op: '=', value: false }] },
      sort: 'due_date',
      limit: 50,
    }),
  );
  const dueOf = (task: RecordData) => (typeof task.due_date === 'string' ? task.due_date : '');
  const tasks = data ?? [];
  const groups = [
    { id: 'overdue', icon: 'alert-circle', label: t('today.overdue'), tasks: tasks.filter((task) => dueOf(task) !== '' && dueOf(task) < today) },
    { id: 'today', icon: 'sun', label: t('frame.today'), tasks: tasks.filter((task) => dueOf(task) === today) },
    { id: 'later', icon: 'calendar', label: t('today.later'), tasks: tasks.filter((task) => dueOf(task) === '' || dueOf(task) > today) },
  ] as const;

  async function finish(task: RecordData) {
    try {
      const saved = await save(task, { status: 'completed' }, { is_closed: true });
      toast({ text: t('timeline.done', { name: nameOf(task, object) }), undo: () => void save({ ...task, ...saved }, { status: task.status ?? 'not_started' }, { is_closed: false }) });
    } catch (thrown) {
      toast({ text: reasonOf(thrown), failed: true });
    }
  }
  return (
    <Panel title={object.plural_label} count={data?.length} actions={<IconButton icon="plus" small label={t('commands.new', { object: object.label })} onClick={() => void navigate({ to: '.', search: (before) => ({ ...before, create: object.name, preset: undefined }) })} />}>
      {isPending && <SkeletonRows rows={4} />}
      {error && <p className={styles.note}>{reasonOf(error)}</p>}
      {data?.length === 0 && <p className={styles.note}>{t('today.tasks_none')}</p>}
      {groups
        .filter((group) => group.tasks.length > 0)
        .map((group) => (
          <div key={group.id}>
            <h3 className={classNames(styles.group, group.id === 'overdue' && styles.late)}>
              <Icon name={group.icon} size={14} />
              {group.label} <span>{group.tasks.length}</span>
            </h3>
            <ul>
              {group.tasks.map((task) => (
                <li key={task.id} className={styles.task}>
                  <Checkbox round aria-label={t('timeline.finish', { name: nameOf(task, object) })} checked={task.is_closed === true} onChange={() => void finish(task)} />
                  <span className={styles.taskText}>
                    <Link to="/o/$object/$id" params={{ object: object.name, id: task.id }}>
                      <bdi>{nameOf(task, object)}</bdi>
                    </Link>
                    {contact && <FieldValue field={contact} record={task} />}
                  </span>
                  {dueOf(task) && <time className={classNames(styles.end, group.id === 'overdue' && styles.late)}>{day(dueOf(task))}</time>}
                </li>
              ))}
            </ul>
          </div>
        ))}
    </Panel>
  );
}
