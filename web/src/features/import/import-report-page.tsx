import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { failureOf, reasonOf } from '@/api/api-error';
import { useCatalogue } from '@/api/catalogue';
import { cancelImport, importQuery } from '@/api/imports';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Icon } from '@/ui/icon/icon';
import { Note } from '@/ui/note/note';
import { PageBar } from '@/ui/page/page-bar';
import { Panel } from '@/ui/panel/panel';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { ErrorRows } from './error-rows';
import { ImportResult } from './import-result';
import styles from './import.module.css';

/** One import: how far it is, or what became of it; it can be ended, and undone. */
export function ImportReportPage() {
  const t = useText();
  const queries = useQueryClient();
  const { id } = useParams({ from: '/frame/imports/$id' });
  const { data: report, error, isPending, refetch } = useQuery(importQuery(id));
  const object = useCatalogue().find(report?.object);
  const cancel = useMutation({ mutationFn: () => cancelImport(id), onSettled: () => queries.invalidateQueries({ queryKey: ['imports'] }) });
  const title = report?.file_name || t('import.nameless');
  return (
    <>
      <PageBar
        title={title}
        actions={
          report?.state === 'running' && (
            <Button busy={cancel.isPending} onClick={() => cancel.mutate()}>
              {t('import.cancel')}
            </Button>
          )
        }
      >
        <Link to="/imports" activeOptions={{ exact: true }}>
          {t('import.earlier')}
        </Link>
        <Icon name="chevron-right" size={14} />
        <h1>
          <bdi>{title}</bdi>
        </h1>
      </PageBar>
      <div className={styles.page}>
        {isPending && <SkeletonRows />}
        {error && <ErrorState title={t('import.list_failed')} {...failureOf(error)} onRetry={() => void refetch()} />}
        {cancel.error && <Note kind="danger">{reasonOf(cancel.error)}</Note>}
        {report && object && <ImportResult object={object} report={report} />}
        {report && report.failed > 0 && report.state !== 'running' && (
          <Panel title={t('import.failed_rows')} count={report.failed}>
            <ErrorRows report={report} />
          </Panel>
        )}
      </div>
    </>
  );
}
