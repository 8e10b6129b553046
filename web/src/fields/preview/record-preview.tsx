import { useQuery } from '@tanstack/react-query';
import { useCatalogue } from '@/api/catalogue';
import { columnsOf, fieldsToAsk, nameOf } from '@/api/columns';
import { pictureOf } from '@/api/pictures';
import { recordQuery } from '@/api/records';
import type { ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { FieldValue, isNothing } from '../field-value';
import { RecordAvatar } from '../record-avatar';
import styles from './preview.module.css';

const mostFields = 5;

/** What one wants to know of a record before going there. */
export function RecordPreview({ object, id }: { object: ObjectInfo; id: string }) {
  const t = useText();
  const catalogue = useCatalogue();
  const card = [...(object.layouts.card?.fields ?? []), ...(object.layouts.detail?.highlights ?? []), 'owner_id'].filter((name) => name !== object.name_field);
  const columns = columnsOf([...new Set(card)], object, catalogue);
  const { data, error } = useQuery({ ...recordQuery(object.name, id, fieldsToAsk(columns, object)), retry: false });
  if (error) return <p className={styles.nothing}>{t('record.gone_text')}</p>;
  if (!data) return <SkeletonRows rows={3} />;
  const name = nameOf(data, object);
  return (
    <>
      <header className={styles.head}>
        <RecordAvatar object={object} name={name} size={32} picture={pictureOf(data, object)} />
        <span>
          <b>
            <bdi>{name}</bdi>
          </b>
          <small>{object.label}</small>
        </span>
      </header>
      <dl className={styles.fields}>
        {columns
          .filter((column) => !isNothing(data[column.field.name]))
          .slice(0, mostFields)
          .map((column) => (
            <div key={column.path}>
              <dt>{column.label}</dt>
              <dd>
                <FieldValue field={column.field} record={data} path={column.path} />
              </dd>
            </div>
          ))}
      </dl>
    </>
  );
}
