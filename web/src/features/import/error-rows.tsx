import { useQuery } from '@tanstack/react-query';
import { reasonOf } from '@/api/api-error';
import { importErrors } from '@/api/imports';
import type { ImportReport } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { firstRows } from '@/lib/csv';
import { Note } from '@/ui/note/note';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import styles from './import.module.css';

const most = 500;

/** The rows that failed, each with its line in the file and the reason. */
export function ErrorRows({ report }: { report: ImportReport }) {
  const t = useText();
  const { data, error, isPending } = useQuery({ queryKey: ['imports', report.id, 'errors'] as const, queryFn: () => importErrors(report.id), staleTime: Infinity });
  if (isPending) return <SkeletonRows rows={3} />;
  if (error) return <Note kind="danger">{reasonOf(error)}</Note>;
  const [head = [], ...rows] = firstRows(data, most + 1);
  const [line, reason] = [head.length - 2, head.length - 1];
  return (
    <div className={styles.scroll} role="group" aria-label={t('import.failed_rows')} tabIndex={0}>
      <table className={styles.table} aria-label={t('import.failed_rows')}>
        <thead>
          <tr>
            <th scope="col">{t('import.line')}</th>
            <th scope="col">{t('import.reason')}</th>
            {head.slice(0, line).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <th scope="row">{row[line]}</th>
              <td className={styles.reason}>{row[reason]}</td>
              {row.slice(0, line).map((cell, at) => (
                <td key={at} className={styles.samples}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {report.failed > most && <p className={styles.hint}>{t('import.first_errors', { count: most })}</p>}
    </div>
  );
}
