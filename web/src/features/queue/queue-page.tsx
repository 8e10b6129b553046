import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { failureOf } from '@/api/api-error';
import { useCatalogue } from '@/api/catalogue';
import type { ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { PageBar } from '@/ui/page/page-bar';
import { EmptyState } from '@/ui/state/empty-state';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { QueueTask } from './queue-task';
import { useQueue } from './use-queue';
import styles from './queue.module.css';

/** One task after the other: each is done, put off or passed over, and the next one is there. */
export function QueuePage() {
  const t = useText();
  const object = useCatalogue().find('task');
  return (
    <>
      <PageBar title={t('queue.title')}>
        <h1>{t('queue.title')}</h1>
      </PageBar>
      <div className={styles.page}>{object ? <Queue object={object} /> : <EmptyState title={t('error.no_object')} text={t('error.no_object_text', { name: 'task' })} />}</div>
    </>
  );
}

function Queue({ object }: { object: ObjectInfo }) {
  const t = useText();
  const navigate = useNavigate();
  const { task: wanted } = useSearch({ from: '/frame/queue' });
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set());
  const { tasks, error, refetch } = useQueue(object);
  if (error && !tasks) return <ErrorState title={t('list.failed', { objects: object.plural_label })} {...failureOf(error)} onRetry={() => void refetch()} />;
  if (!tasks) return <SkeletonRows rows={6} />;
  const left = tasks.filter((task) => !passed.has(task.id));
  const at = Math.max(left.findIndex((task) => task.id === wanted), 0);
  const task = left[at];
  const goTo = (id: string | undefined) => void navigate({ to: '.', search: (before) => ({ ...before, task: id }), replace: true });
  /** The one after this one; after the last the first of those that are left. */
  const next = () => goTo((left[at + 1] ?? left.find((each) => each !== task))?.id);
  if (!task) {
    return (
      <EmptyState title={t('queue.done_all')} text={passed.size > 0 ? t('queue.passed', { count: passed.size }) : t('today.tasks_none')}>
        {passed.size > 0 && (
          <Button icon="arrow-back-up" onClick={() => setPassed(new Set())}>
            {t('queue.again')}
          </Button>
        )}
        <Button onClick={() => void navigate({ to: '/' })}>{t('frame.today')}</Button>
      </EmptyState>
    );
  }
  return (
    <>
      <p className={styles.left} role="status">
        {t('queue.left', { count: left.length })}
      </p>
      <QueueTask
        key={task.id}
        object={object}
        task={task}
        onNext={next}
        onPass={() => {
          next();
          setPassed(new Set([...passed, task.id]));
        }}
      />
    </>
  );
}
