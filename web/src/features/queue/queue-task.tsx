import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { fieldOf, useCatalogue } from '@/api/catalogue';
import { nameOf } from '@/api/columns';
import { recordQuery } from '@/api/records';
import type { Field, ObjectInfo, RecordData } from '@/api/types';
import { FieldValue, isNothing } from '@/fields/field-value';
import { useFinishTask } from '@/fields/use-finish-task';
import { usePlanStep } from '@/fields/use-plan-step';
import { waysToReach } from '@/fields/ways-to-reach';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Icon } from '@/ui/icon/icon';
import { Menu } from '@/ui/menu/menu';
import { told } from './use-queue';
import styles from './queue.module.css';

export interface QueueTaskProps {
  object: ObjectInfo;
  task: RecordData;
  /** It is done or put off. */
  onNext: () => void;
  /** It stays as it is, and is not shown again. */
  onPass: () => void;
}

/** What is to be done, what it is about, how its person is reached, and what becomes of it. */
export function QueueTask({ object, task, onNext, onPass }: QueueTaskProps) {
  const t = useText();
  const { finish, putOff } = useFinishTask();
  const { days } = usePlanStep();
  const fields = told.map((name) => fieldOf(object, name)).filter((field): field is Field => field !== undefined && !isNothing(task[field.name]));
  // The next one is there at once; what the server refuses comes back, and is told.
  function go(work: () => Promise<unknown>) {
    onNext();
    void work();
  }
  return (
    <section className={styles.task} aria-label={nameOf(task, object)}>
      <h2>
        <Link to="/o/$object/$id" params={{ object: object.name, id: task.id }}>
          <bdi>{nameOf(task, object)}</bdi>
        </Link>
      </h2>
      <dl>
        {fields.map((field) => (
          <div key={field.name}>
            <dt>{field.label}</dt>
            <dd>
              <FieldValue field={field} record={task} />
            </dd>
          </div>
        ))}
      </dl>
      {typeof task.contact_id === 'string' && <Reach id={task.contact_id} />}
      <div className={styles.actions}>
        <Button kind="primary" icon="check" autoFocus onClick={() => go(() => finish(task))}>
          {t('queue.done')}
        </Button>
        <Menu
          position="bottom-start"
          target={<Button icon="clock">{t('today.later')}</Button>}
          sections={() => [{ items: days.map(({ day, label }) => ({ id: day, label, icon: 'calendar' as const, run: () => go(() => putOff(task, day)) })) }]}
        />
        <Button icon="chevron-right" onClick={onPass}>
          {t('queue.pass')}
        </Button>
      </div>
    </section>
  );
}

/** Rings up or writes to the person that a task is with. */
function Reach({ id }: { id: string }) {
  const t = useText();
  const contact = useCatalogue().find('contact');
  const names = contact?.fields.filter(({ type }) => ['phone', 'email', 'multi_phone'].includes(type)).map(({ name }) => name) ?? [];
  const { data } = useQuery({ ...recordQuery('contact', id, ['id', ...names]), enabled: contact !== undefined });
  const { phone, email } = contact && data ? waysToReach(contact, data) : {};
  return (
    <div className={styles.reach}>
      {phone && (
        <a href={`tel:${phone}`}>
          <Icon name="phone" /> {t('record.call')} <bdi dir="ltr">{phone}</bdi>
        </a>
      )}
      {email && (
        <a href={`mailto:${email}`}>
          <Icon name="mail" /> {t('record.mail')} <bdi dir="ltr">{email}</bdi>
        </a>
      )}
    </div>
  );
}
