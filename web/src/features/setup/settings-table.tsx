import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { failureOf, reasonOf } from '@/api/api-error';
import { fieldOf, useCatalogue } from '@/api/catalogue';
import { useUndoOf } from '@/api/change-sets';
import { columnOf, nameOf } from '@/api/columns';
import { deleteRecord, recordsKey, shortListQuery } from '@/api/records';
import { useSaveRecord } from '@/api/save-record';
import type { Field, Filter, ObjectInfo, RecordData } from '@/api/types';
import { FieldValue } from '@/fields/field-value';
import { InPlaceField } from '@/fields/in-place-field';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { IconButton } from '@/ui/button/icon-button';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { VisuallyHidden } from '@/ui/text/visually-hidden';
import { useToast } from '@/ui/toast/use-toast';
import styles from './setup.module.css';

export interface SettingsTableProps {
  object: ObjectInfo;
  /** Names of the fields that are shown; the first one names the row. */
  columns: string[];
  /** Asked for besides, for `actions`. */
  more?: string[];
  filter?: Filter | null;
  sort?: string;
  /** Spoken name of the table. */
  label: string;
  /** Said when there is no row. */
  empty: string;
  /** More controls at the end of a row. */
  actions?: (record: RecordData) => ReactNode;
  /** Rows that stay: no bin is shown. */
  fixed?: boolean;
}

/** Records of settings as a table in which every value is edited in place. */
export function SettingsTable({ object, columns, more = [], filter = null, sort, label, empty, actions, fixed }: SettingsTableProps) {
  const t = useText();
  const toast = useToast();
  const undoOf = useUndoOf();
  const queries = useQueryClient();
  const catalogue = useCatalogue();
  const save = useSaveRecord(object.name);
  const shown = columns.map((name) => fieldOf(object, name)).filter((field): field is Field => field !== undefined);
  const needs = new Set(['id', 'version', object.name_field, ...more, ...columns.flatMap((path) => columnOf(path, object, catalogue)?.needs ?? [])]);
  const { data, error, isPending, refetch } = useQuery(shortListQuery({ object: object.name, fields: [...needs], filter, sort, limit: 500 }));

  async function run(work: Promise<unknown>) {
    try {
      await work;
    } catch (thrown) {
      toast({ text: reasonOf(thrown), failed: true });
    }
    await queries.invalidateQueries({ queryKey: recordsKey(object.name) });
  }
  const remove = (record: RecordData) =>
    run(deleteRecord(object.name, record.id).then(({ changeSet }) => toast({ text: t('setup.row_deleted', { object: object.label }), undo: undoOf(changeSet) })));
  if (isPending) return <SkeletonRows rows={3} />;
  if (error) return <ErrorState title={t('list.failed', { objects: object.plural_label })} {...failureOf(error)} onRetry={() => void refetch()} />;
  if (data.length === 0) return <p className={styles.emptyRow}>{empty}</p>;
  return (
    <div className={styles.scroll} role="group" aria-label={label} tabIndex={0}>
      <table className={classNames(styles.table, styles.settings)} aria-label={label}>
        <thead>
          <tr>
            {shown.map((field) => (
              <th key={field.name} scope="col">
                {field.label}
              </th>
            ))}
            <th scope="col" className={styles.controls}>
              <VisuallyHidden>{t('list.more')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.map((record) => (
            <tr key={record.id}>
              {shown.map((field) => (
                <td key={field.name} data-label={field.label}>
                  {field.editable && !(fixed && field.required && field.unique) ? (
                    <dl className={styles.bare}>
                      <InPlaceField field={field} record={record} onSave={save} />
                    </dl>
                  ) : (
                    <FieldValue field={field} record={record} />
                  )}
                </td>
              ))}
              <td className={styles.end}>
                {actions?.(record)}
                {!fixed && <IconButton icon="trash" small label={t('setup.delete_row', { object: object.label, name: nameOf(record, object) })} onClick={() => void remove(record)} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
