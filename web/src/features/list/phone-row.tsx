import { Link } from '@tanstack/react-router';
import { type CSSProperties, Fragment, useState } from 'react';
import { allowed, useMe } from '@/api/catalogue';
import { nameOf, type Column } from '@/api/columns';
import { pictureOf } from '@/api/pictures';
import type { ListRequest } from '@/api/list-request';
import type { ObjectInfo, RecordData } from '@/api/types';
import { FieldValue } from '@/fields/field-value';
import { RecordAvatar } from '@/fields/record-avatar';
import { useFinishTask } from '@/fields/use-finish-task';
import { waysToReach } from '@/fields/ways-to-reach';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { IconButton } from '@/ui/button/icon-button';
import { Checkbox } from '@/ui/input/checkbox';
import { Menu, type MenuItem } from '@/ui/menu/menu';
import { type SwipeAction, SwipeRow } from '@/ui/touch/swipe-row';
import { useRowItems } from './use-row-items';
import styles from './list.module.css';

export interface PhoneRowProps {
  object: ObjectInfo;
  row: RecordData;
  list: ListRequest;
  details: Column[];
  figure: Column | undefined;
  selected: boolean;
  /** Rows are being selected: a press selects, and does not open. */
  selecting: boolean;
  onSelect: () => void;
  style: CSSProperties;
}

/** What one does first with such a record: ring them up, finish it, write to them. */
function useFirst(object: ObjectInfo, row: RecordData): (MenuItem & SwipeAction) | undefined {
  const t = useText();
  const me = useMe();
  const { finish } = useFinishTask();
  const go = (address: string) => window.location.assign(address);
  if (object.name === 'task') return allowed(me, 'task', 'update') && row.is_closed !== true ? { id: 'done', label: t('touch.done'), icon: 'check', run: () => void finish(row) } : undefined;
  const { phone, email } = waysToReach(object, row);
  if (phone) return { id: 'call', label: t('record.call'), icon: 'phone', run: () => go(`tel:${phone}`) };
  return email ? { id: 'mail', label: t('record.mail'), icon: 'mail', run: () => go(`mailto:${email}`) } : undefined;
}

/** A record on two lines. Swiped it does what is done first or opens its menu, held it is selected; the menu has all of that. */
export function PhoneRow({ object, row, list, details, figure, selected, selecting, onSelect, style }: PhoneRowProps) {
  const t = useText();
  const name = nameOf(row, object);
  const first = useFirst(object, row);
  const items = useRowItems(object);
  const [open, setOpen] = useState(false);
  return (
    <li className={classNames(styles.phoneItem, selected && styles.phoneSelected)} style={style}>
      <SwipeRow first={selecting ? undefined : first} more={selecting ? undefined : { label: t('frame.more'), icon: 'dots', run: () => setOpen(true) }} onHold={onSelect}>
        <div className={styles.phoneRow}>
          {selecting ? (
            <span className={styles.phoneBox}>
              <Checkbox aria-label={t('list.select_row', { name })} checked={selected} onChange={onSelect} />
            </span>
          ) : (
            <RecordAvatar object={object} name={name} size={36} picture={pictureOf(row, object)} />
          )}
          <span className={styles.phoneText}>
            <Link
              className="cut"
              to="/o/$object/$id"
              params={{ object: object.name, id: row.id }}
              state={{ list: JSON.stringify(list) }}
              onClick={(event) => {
                if (!selecting) return;
                event.preventDefault();
                onSelect();
              }}
            >
              <bdi>{name}</bdi>
            </Link>
            <span className={styles.phoneDetails}>
              {details.map((column, index) => (
                <Fragment key={column.path}>
                  {index > 0 && <i aria-hidden="true">·</i>}
                  <span className="cut">
                    <FieldValue field={column.field} record={row} path={column.path} />
                  </span>
                </Fragment>
              ))}
            </span>
          </span>
          {figure && (
            <span className={styles.phoneFigure}>
              <FieldValue field={figure.field} record={row} path={figure.path} />
            </span>
          )}
          <Menu
            opened={open}
            onChange={setOpen}
            target={<IconButton icon="dots" className={styles.phoneMore} label={t('list.row_menu', { name })} />}
            sections={() => [{ items: [...(first ? [first] : []), { id: 'select', label: t(selected ? 'touch.deselect' : 'touch.select'), icon: 'checkbox', run: onSelect }, ...items(row)] }]}
          />
        </div>
      </SwipeRow>
    </li>
  );
}
