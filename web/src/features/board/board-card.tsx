import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useCatalogue } from '@/api/catalogue';
import { nameOf, relatedName } from '@/api/columns';
import { pictureUrl, relatedPicture } from '@/api/pictures';
import type { ObjectInfo, RecordData } from '@/api/types';
import { FieldValue } from '@/fields/field-value';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { daysBetween } from '@/lib/day';
import { dayOf } from '@/lib/zone';
import { PersonAvatar } from '@/ui/avatar/person-avatar';
import { Icon } from '@/ui/icon/icon';
import type { BoardColumn } from './board-model';
import type { CardFields } from './card-fields';
import { CardReference } from './card-reference';
import { CardStep } from './card-step';
import styles from './board.module.css';

export interface BoardCardProps {
  object: ObjectInfo;
  card: RecordData;
  column: BoardColumn;
  fields: CardFields;
  /** Day of the next open task, null for none, undefined when nothing is known or asked. */
  step?: string | null;
  /** In the hand. */
  lifted?: boolean;
}

/** Drawn again only when the card is another: while one is carried, all places hear of each step. */
export const BoardCard = memo(function BoardCard({ object, card, column, fields, step, lifted }: BoardCardProps) {
  const t = useText();
  const users = useCatalogue().find('user');
  const { today, timeZone } = useFormats();
  const since = typeof card.stage_changed_at === 'string' ? daysBetween(dayOf(new Date(card.stage_changed_at), timeZone), today) : 0;
  const stale = column.rottingDays !== null && since > column.rottingDays;
  const owner = fields.owner && relatedName(card, fields.owner);
  const photo = fields.owner && relatedPicture(card, fields.owner, users);
  return (
    <article className={classNames(styles.card, stale && styles.stale, lifted && styles.lifted)}>
      {stale && (
        <p className={styles.staleReason}>
          <Icon name="hourglass" size={13} />
          {t('board.stale', { days: since, usual: column.rottingDays })}
        </p>
      )}
      <h3>
        <Link to="/o/$object/$id" params={{ object: object.name, id: card.id }} draggable={false} data-peek={card.id}>
          {nameOf(card, object)}
        </Link>
      </h3>
      {fields.references.map((field) => card[field.name] && <CardReference key={field.name} field={field} card={card} />)}
      {fields.amount && card[fields.amount.name] !== null && (
        <p className={styles.amount}>
          <FieldValue field={fields.amount} record={card} />
        </p>
      )}
      {fields.others.map((field) => (
        <p key={field.name} className={styles.other}>
          <FieldValue field={field} record={card} />
        </p>
      ))}
      {fields.tags && Array.isArray(card[fields.tags.name]) && (
        <div className={styles.cardTags}>
          <FieldValue field={fields.tags} record={card} />
        </div>
      )}
      <footer className={styles.cardFoot}>
        {step !== undefined && <CardStep day={step} />}
        <span className={styles.footEnd}>
          {fields.date && <FieldValue field={fields.date} record={card} />}
          {owner && <PersonAvatar name={owner} size={20} src={pictureUrl(photo)} />}
        </span>
      </footer>
    </article>
  );
});
