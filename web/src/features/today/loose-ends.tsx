import { useQuery } from '@tanstack/react-query';
import { useMe, useCatalogue } from '@/api/catalogue';
import { columnsOf, nameOf } from '@/api/columns';
import { looseEndsQuery } from '@/api/next-steps';
import type { ObjectInfo } from '@/api/types';
import { usePlanStep } from '@/fields/use-plan-step';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { useDrawn } from '@/lib/use-first';
import { Button } from '@/ui/button/button';
import { Menu } from '@/ui/menu/menu';
import { Panel } from '@/ui/panel/panel';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { LoadFailed } from './load-failed';
import { mostLooseEnds } from './panels';
import { ShortRow } from './short-row';
import styles from './today.module.css';

/** The person's open deals that nothing is planned for, the largest first, each with the button that plans it. */
export function LooseEnds({ object }: { object: ObjectInfo }) {
  const t = useText();
  const me = useMe();
  const catalogue = useCatalogue();
  const formats = useFormats();
  const { days, plan } = usePlanStep();
  const { data: deals, error, isPending: isAsked, refetch } = useQuery(looseEndsQuery(me.user.id, mostLooseEnds));
  const isPending = !useDrawn(!isAsked);
  const data = isPending ? undefined : deals;
  const [details, end] = [columnsOf(['stage_id', 'account_id'], object, catalogue), columnsOf(['amount'], object, catalogue)];
  return (
    <Panel title={t('today.loose')} count={data && data.count > 0 ? `${formats.number(data.count)} · ${formats.money(Math.round(data.total))}` : undefined}>
      {isPending && <SkeletonRows rows={3} />}
      {error && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {data?.count === 0 && <p className={styles.note}>{t('today.loose_none')}</p>}
      <ul>
        {data?.deals.map((deal) => (
          <ShortRow
            key={deal.id}
            object={object}
            record={deal}
            details={details}
            end={end}
            action={
              <Menu
                target={
                  <Button small icon="plus" aria-label={t('today.plan_for', { name: nameOf(deal, object) })}>
                    {t('today.plan')}
                  </Button>
                }
                sections={() => [{ items: days.map(({ day, label }) => ({ id: day, label, icon: 'calendar' as const, run: () => void plan(deal.id, nameOf(deal, object), day) })) }]}
              />
            }
          />
        ))}
      </ul>
    </Panel>
  );
}
