import { Link } from '@tanstack/react-router';
import { useCatalogue } from '@/api/catalogue';
import { type Column, nameOf, relatedName } from '@/api/columns';
import { pictureOf, relatedPicture } from '@/api/pictures';
import type { Field, ObjectInfo, RecordData } from '@/api/types';
import { FieldValue } from '@/fields/field-value';
import { useText } from '@/i18n/use-text';
import { IconButton } from '@/ui/button/icon-button';
import { RecordAvatar } from '@/fields/record-avatar';
import styles from './record.module.css';

export interface RelatedRowProps {
  object: ObjectInfo;
  record: RecordData;
  columns: Column[];
  /** For links between two records: the field that names the other one. */
  through?: Field;
  /** Takes it out of the list; undefined where one may not. */
  onUnlink?: (name: string) => void;
}

/** One related record: its name, one thing about it, and its figure. A link between records shows the other record. */
export function RelatedRow({ object, record, columns, through, onUnlink }: RelatedRowProps) {
  const t = useText();
  const catalogue = useCatalogue();
  const otherId = through ? record[through.name] : null;
  const shown = typeof otherId === 'string' ? { object: catalogue.objectOfId(otherId), id: otherId, name: (through && relatedName(record, through)) ?? otherId } : { object, id: record.id, name: nameOf(record, object) };
  const rest = columns.filter((column) => column.field !== through && column.field.name !== 'owner_id' && column.field.type !== 'checkbox' && record[column.field.name] !== null);
  // The last amount is the sum.
  const end = rest.findLast((column) => column.field.type === 'currency') ?? rest.find((column) => column.field.type === 'picklist');
  const detail = rest.find((column) => column !== end);
  const target = shown.object ?? object;
  const picture = through ? relatedPicture(record, through, target) : pictureOf(record, object);
  return (
    <div className={styles.relatedRow}>
      <RecordAvatar object={target} name={shown.name} size={28} picture={picture} />
      <span className={styles.relatedText}>
        <Link to="/o/$object/$id" params={{ object: target.name, id: shown.id }} className="cut" data-preview={shown.id} data-peek={shown.id}>
          <bdi>{shown.name}</bdi>
        </Link>
        {detail && (
          <small className="cut">
            <span>
              {['decimal', 'integer'].includes(detail.field.type) && `${detail.field.label} `}
              <FieldValue field={detail.field} record={record} path={detail.path} />
            </span>
          </small>
        )}
      </span>
      {end && (
        <span className={styles.relatedEnd}>
          <FieldValue field={end.field} record={record} path={end.path} />
        </span>
      )}
      {onUnlink && <IconButton icon="unlink" small className={styles.unlink} label={t('related.unlink', { name: shown.name })} onClick={() => onUnlink(shown.name)} />}
    </div>
  );
}
