import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '@/api/api-error';
import { useCatalogue } from '@/api/catalogue';
import { auditQuery } from '@/api/change-sets';
import type { ChangeSet } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { addDays } from '@/lib/day';
import { momentText, startOfDay } from '@/lib/zone';
import { Button } from '@/ui/button/button';
import { EmptyState } from '@/ui/state/empty-state';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { MoreRows } from '@/ui/state/more-rows';
import { SetupBar } from '../setup-bar';
import { SetupTable } from '../setup-table';
import styles from '../setup.module.css';
import { AuditFilter, everything } from './audit-filter';
import { ChangeSetDialog } from './change-set-dialog';

/** Everything that was done, by whom and by which road, each with its undo. */
export function AuditPage() {
  const t = useText();
  const formats = useFormats();
  const catalogue = useCatalogue();
  const [choice, setChoice] = useState(everything);
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    ...auditQuery({
      user: typeof choice.person === 'string' ? choice.person : undefined,
      object: choice.object || undefined,
      from: choice.from ? momentText(startOfDay(choice.from, formats.timeZone)) : undefined,
      until: choice.until ? momentText(startOfDay(addDays(choice.until, 1), formats.timeZone)) : undefined,
    }),
    placeholderData: (before) => before,
  });
  const [open, setOpen] = useState<ChangeSet | null>(null);
  const about = (set: ChangeSet) => set.record?.name ?? catalogue.find(set.object)?.label ?? '';
  return (
    <>
      <SetupBar title={t('setup.audit')} />
      <div className={styles.page}>
        <p className={styles.lead}>{t('setup.audit_lead')}</p>
        <AuditFilter choice={choice} onChange={setChoice} />
        {isPending && <SkeletonRows />}
        {error && <ErrorState title={t('setup.audit_failed')} {...failureOf(error)} onRetry={() => void refetch()} />}
        {data?.pages[0]?.change_sets.length === 0 && <EmptyState title={t('setup.audit_nothing')} text={t('setup.audit_nothing_text')} />}
        {data?.pages[0] && data.pages[0].change_sets.length > 0 && (
          <SetupTable label={t('setup.audit')} heads={[t('setup.audit_what'), t('setup.audit_who'), t('setup.audit_road'), t('setup.audit_when')]}>
            {data.pages
              .flatMap((page) => page.change_sets)
              .map((set) => (
                <tr key={set.id}>
                  <th scope="row">
                    {t('setup.audit_kind', { kind: set.kind })} <bdi>{about(set)}</bdi> <span className={styles.faint}>{set.records > 1 && t('setup.audit_records', { count: set.records })}</span>
                  </th>
                  <td>{set.changed_by.name}</td>
                  <td>{t('setup.audit_source', { source: set.source })}</td>
                  <td>
                    <time dateTime={set.changed_at}>{formats.moment(set.changed_at)}</time> <span className={styles.faint}>{t('setup.audit_undone', { state: set.undone })}</span>
                  </td>
                  <td className={styles.end}>
                    <Button small aria-label={t('setup.audit_open', { id: set.id })} onClick={() => setOpen(set)}>
                      {t('setup.show')}
                    </Button>
                  </td>
                </tr>
              ))}
          </SetupTable>
        )}
        <MoreRows more={hasNextPage} busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
      </div>
      {open && <ChangeSetDialog set={open} onClose={() => setOpen(null)} />}
    </>
  );
}
