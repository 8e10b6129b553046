import { Link } from '@tanstack/react-router';
import type { TypeChangeReport } from '@/api/type-change';
import type { Field } from '@/api/types';
import { FieldValue } from '@/fields/field-value';
import { PlainContext } from '@/fields/plain';
import { useText } from '@/i18n/use-text';
import { inWords } from '@/lib/problem-words';
import { Note } from '@/ui/note/note';
import { useTold } from './use-told';
import styles from './setup.module.css';

export interface TypeChangePreviewProps {
  /** As it is still. */
  field: Field;
  report: TypeChangeReport;
}

/** What would become of the values, which of them would be lost, and what stands in the way. */
export function TypeChangePreview({ field, report }: TypeChangePreviewProps) {
  const t = useText();
  const told = useTold();
  const becomes: Field = { ...field, type: report.type, shape: '', options: [] };
  const { values, converted, lost, examples, problems, new_options: added, used_by: uses, private_views: privateViews } = report;
  return (
    <div className={styles.preview} role="status">
      {problems.map((problem) => (
        <Note key={`${problem.field} ${problem.message}`} kind="danger">
          {inWords(problem.message)}
        </Note>
      ))}
      <Note kind={lost > 0 ? 'warning' : 'success'}>
        {values === 0 ? t('retype.no_values') : t('retype.counts', { converted, values, lost })}
        {!report.complete && ` ${t('retype.only_first')}`}
      </Note>
      {examples.length > 0 && (
        <div className={styles.scroll} role="group" aria-label={t('retype.examples')} tabIndex={0}>
          <table className={styles.table} aria-label={t('retype.examples')}>
            <thead>
              <tr>
                {[t('retype.record'), t('retype.now'), t('retype.then')].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <PlainContext.Provider value>
                {examples.map(({ record, from, to, problem }, place) => (
                  <tr key={record?.id ?? place}>
                    <th scope="row">
                      {record && (
                        <Link to="/o/$object/$id" params={{ object: record.object, id: record.id }}>
                          <bdi>{record.name}</bdi>
                        </Link>
                      )}
                    </th>
                    <td>
                      <FieldValue field={field} record={{ id: '', [field.name]: from }} />
                    </td>
                    <td>{problem ? <span className={styles.lost}>{inWords(problem)}</span> : <FieldValue field={becomes} record={{ id: '', [field.name]: to }} empty={t('field.empty')} />}</td>
                  </tr>
                ))}
              </PlainContext.Provider>
            </tbody>
          </table>
        </div>
      )}
      {added.length > 0 && <p className={styles.faint}>{t('retype.new_options', { count: added.length, options: added.slice(0, 12).join(', ') })}</p>}
      {uses.length + privateViews > 0 && (
        <details>
          <summary>{t('retype.used_in', { count: uses.length + privateViews })}</summary>
          <ul className={styles.uses}>
            {uses.map((use) => (
              <li key={`${use.kind}/${use.object}/${use.name}`}>{told(use)}</li>
            ))}
            {privateViews > 0 && <li>{t('retype.private_views', { count: privateViews })}</li>}
          </ul>
        </details>
      )}
    </div>
  );
}
