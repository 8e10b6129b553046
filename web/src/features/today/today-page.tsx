import { useQueryClient } from '@tanstack/react-query';
import { useCatalogue, useMe } from '@/api/catalogue';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { PageBar } from '@/ui/page/page-bar';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { PullArea } from '@/ui/touch/pull-area';
import { LooseEnds } from './loose-ends';
import { Meetings } from './meetings';
import { changed, closing, newLeads } from './panels';
import { ShortList } from './short-list';
import { TaskList } from './task-list';
import { useTogether } from './use-together';
import styles from './today.module.css';

export { ask } from './panels';

/** What a person has before them today: tasks, meetings, deals that close, and what changed last. */
export function TodayPage() {
  const t = useText();
  const me = useMe();
  const queries = useQueryClient();
  const { today, weekday } = useFormats();
  const catalogue = useCatalogue();
  const together = useTogether();
  const [task, event, opportunity, contact, lead] = ['task', 'event', 'opportunity', 'contact', 'lead'].map((name) => catalogue.find(name));
  return (
    <>
      <PageBar title={t('frame.today')}>
        <h1>{t('frame.today')}</h1>
        <span>{weekday(today)}</span>
      </PageBar>
      {!together && <SkeletonRows rows={12} />}
      <PullArea className={classNames(styles.page, !together && styles.coming)} onRefresh={() => queries.invalidateQueries()}>
        <div className={styles.column}>
          {task && <TaskList object={task} />}
          {opportunity && task && <LooseEnds object={opportunity} />}
          {opportunity && <ShortList title={t('today.closing')} object={opportunity} asked={closing} empty={t('today.closing_none')} />}
        </div>
        <div className={styles.column}>
          {event && <Meetings object={event} />}
          {lead && <ShortList title={t('today.leads')} object={lead} asked={newLeads(me)} empty={t('today.leads_none')} />}
          {contact && <ShortList title={t('today.changed')} object={contact} asked={changed} empty={t('today.changed_none')} />}
        </div>
      </PullArea>
    </>
  );
}
