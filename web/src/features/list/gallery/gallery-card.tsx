import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { type Column, nameOf } from '@/api/columns';
import { isPerson, pictureOf, pictureUrl } from '@/api/pictures';
import type { ListRequest } from '@/api/list-request';
import type { ObjectInfo, RecordData } from '@/api/types';
import { FieldValue } from '@/fields/field-value';
import { RecordAvatar } from '@/fields/record-avatar';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { Picture } from '@/ui/avatar/picture';
import { Checkbox } from '@/ui/input/checkbox';
import { RowTools } from '../row-tools';
import styles from './gallery.module.css';

export interface GalleryCardProps {
  object: ObjectInfo;
  /** What stands under the name. */
  columns: Column[];
  row: RecordData;
  index: number;
  list: ListRequest;
  /** Whether records of the object have pictures, which the card then begins with. */
  pictured: boolean;
  selected: boolean;
  /** Whether it is the one that the tab key leads to. */
  active: boolean;
  /** Place in its row, from 1 on. */
  place: number;
  onActivate: (index: number) => void;
  /** `range`: everything between the last selected card and this one. */
  onToggle: (index: number, range: boolean) => void;
}

/** A record by its picture, its name, and what the view shows first. */
export const GalleryCard = memo(function GalleryCard({ object, columns, row, index, list, pictured, selected, active, place, onActivate, onToggle }: GalleryCardProps) {
  const t = useText();
  const name = nameOf(row, object);
  const picture = pictureOf(row, object);
  // Neither faces nor logos are cut to a band; pictures of things fill it.
  const fills = picture !== undefined && !isPerson(object) && object.name !== 'account';
  const avatar = <RecordAvatar object={object} name={name} size={pictured ? 72 : 28} picture={fills ? undefined : picture} />;
  return (
    <div role="gridcell" aria-colindex={place} aria-selected={selected} aria-label={name} tabIndex={active ? 0 : -1} data-card={index} className={classNames(styles.card, selected && styles.selected)} onFocus={() => onActivate(index)}>
      {pictured && (
        <div className={styles.band}>
          {avatar}
          {fills && <Picture src={pictureUrl(picture)} size={104} />}
        </div>
      )}
      <span className={styles.box}>
        <Checkbox aria-label={t('list.select_row', { name })} tabIndex={-1} checked={selected} onChange={(event) => onToggle(index, (event.nativeEvent as MouseEvent).shiftKey)} />
      </span>
      <span className={styles.tools}>
        <RowTools object={object} row={row} />
      </span>
      <h2>
        {!pictured && avatar}
        <Link to="/o/$object/$id" params={{ object: object.name, id: row.id }} state={{ list: JSON.stringify(list) }} tabIndex={-1} data-peek={row.id}>
          <bdi>{name}</bdi>
        </Link>
      </h2>
      <dl>
        {columns.map((column) => (
          <div key={column.path}>
            <dt>{column.label}</dt>
            <dd>
              <FieldValue field={column.field} record={row} path={column.path} empty="–" />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
});
