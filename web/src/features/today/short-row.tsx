import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { fieldOf, useCatalogue } from '@/api/catalogue';
import { type Column, nameOf, relatedName, valueAt } from '@/api/columns';
import { pictureOf, relatedPicture } from '@/api/pictures';
import type { ObjectInfo, RecordData } from '@/api/types';
import { FieldValue } from '@/fields/field-value';
import { PlainContext } from '@/fields/plain';
import { RecordAvatar } from '@/fields/record-avatar';
import { useFormats } from '@/i18n/use-formats';
import styles from './today.module.css';

export interface ShortRowProps {
  object: ObjectInfo;
  record: RecordData;
  details: Column[];
  end: Column[];
  /** After everything else. */
  action?: ReactNode;
}

/** A record on two lines: its name, a few things about it, and what one looks for at the end. */
export function ShortRow({ object, record, details, end, action }: ShortRowProps) {
  const accounts = useCatalogue().find('account');
  const name = nameOf(record, object);
  // A deal is known by the customer's letter.
  const field = fieldOf(object, 'account_id');
  const account = field && object.name === 'opportunity' ? relatedName(record, field) : null;
  return (
    <li className={styles.row}>
      {field && account !== null ? (
        <RecordAvatar object={accounts} name={account} size={28} picture={relatedPicture(record, field, accounts)} />
      ) : (
        <RecordAvatar object={object} name={name} size={28} picture={pictureOf(record, object)} />
      )}
      <span className={styles.text}>
        <Link to="/o/$object/$id" params={{ object: object.name, id: record.id }} className="cut">
          <bdi>{name}</bdi>
        </Link>
        <PlainContext.Provider value>
          <small>
            {details
              .filter((column) => valueAt(record, column.path) !== null)
              .map((column) => (
                <span key={column.path}>
                  <FieldValue field={column.field} record={record} path={column.path} />
                </span>
              ))}
          </small>
        </PlainContext.Provider>
      </span>
      {end.map((column) => (
        <span key={column.path} className={styles.end}>
          <EndValue column={column} record={record} />
        </span>
      ))}
      {action}
    </li>
  );
}

/** What was done is told by how long ago that was, what is planned by its day and time. */
function EndValue({ column: { field, path }, record }: { column: Column; record: RecordData }) {
  const formats = useFormats();
  const value = valueAt(record, path);
  if (field.type !== 'datetime' || typeof value !== 'string') return <FieldValue field={field} record={record} path={path} />;
  return (
    <time dateTime={value} title={formats.moment(value)}>
      {field.system ? formats.ago(value) : formats.nearMoment(value)}
    </time>
  );
}
