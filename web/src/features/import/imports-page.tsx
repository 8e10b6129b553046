import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { failureOf } from '@/api/api-error';
import { useCatalogue } from '@/api/catalogue';
import { importsQuery } from '@/api/imports';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { PageBar } from '@/ui/page/page-bar';
import { EmptyState } from '@/ui/state/empty-state';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import styles from './import.module.css';

/** Imports that were made, and those that still run: each leads to its report. */
export function ImportsPage() {
  const t = useText();
  const formats = useFormats();
  const catalogue = useCatalogue();
  const { data, error, isPending, refetch } = useQuery(importsQuery);
  return (
    <>
      <PageBar title={t('import.earlier')}>
        <h1>{t('import.earlier')}</h1>
      </PageBar>
      <div className={styles.page}>
        {isPending && <SkeletonRows />}
        {error && <ErrorState title={t('import.list_failed')} {...failureOf(error)} onRetry={() => void refetch()} />}
        {data?.length === 0 && <EmptyState title={t('import.none')} text={t('import.none_text')} />}
        {data && data.length > 0 && (
          <div className={classNames(styles.scroll, styles.listed)} role="region" aria-label={t('import.earlier')} tabIndex={0}>
            <table className={styles.table} aria-label={t('import.earlier')}>
              <thead>
                <tr>
                  <th scope="col">{t('import.step_file')}</th>
                  <th scope="col">{t('import.records')}</th>
                  <th scope="col">{t('setup.job_status')}</th>
                  <th scope="col" className={styles.number}>
                    {t('import.created')}
                  </th>
                  <th scope="col" className={styles.number}>
                    {t('import.updated')}
                  </th>
                  <th scope="col" className={styles.number}>
                    {t('import.failed')}
                  </th>
                  <th scope="col">{t('import.started')}</th>
                </tr>
              </thead>
              <tbody>
                {data.map((each) => (
                  <tr key={each.id}>
                    <th scope="row">
                      <Link to="/imports/$id" params={{ id: String(each.id) }} className={styles.file}>
                        <bdi>{each.file_name || t('import.nameless')}</bdi>
                      </Link>
                    </th>
                    <td>{catalogue.find(each.object)?.plural_label ?? each.object}</td>
                    <td>
                      {each.dry_run ? t('import.checked') : t('import.state', { state: each.state })} {each.state === 'running' && Boolean(each.total_bytes) && formats.percent((100 * (each.bytes ?? 0)) / (each.total_bytes ?? 1))}
                    </td>
                    <td className={styles.number}>{formats.number(each.created)}</td>
                    <td className={styles.number}>{formats.number(each.updated)}</td>
                    <td className={styles.number}>{formats.number(each.failed)}</td>
                    <td>{each.started_at && <time dateTime={each.started_at}>{formats.moment(each.started_at)}</time>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </>
  );
}
