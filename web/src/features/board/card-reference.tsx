import { useCatalogue } from '@/api/catalogue';
import { relatedName, saidName } from '@/api/columns';
import { relatedPicture } from '@/api/pictures';
import { useRecordName } from '@/api/record-names';
import type { Field, RecordData } from '@/api/types';
import { RecordAvatar } from '@/fields/record-avatar';
import styles from './board.module.css';

/** Whom or what a card is about: told, not linked, so that the card stays easy to take. */
export function CardReference({ field, card }: { field: Field; card: RecordData }) {
  const id = String(card[field.name]);
  const object = useCatalogue().objectOfId(id);
  const known = relatedName(card, field);
  const asked = useRecordName(known === null ? id : undefined);
  const found = known ?? asked;
  const name = found && saidName(object, found);
  if (!name) return null;
  return (
    <p className={styles.reference}>
      <RecordAvatar object={object} name={name} size={17} picture={relatedPicture(card, field, object)} />
      <bdi>{name}</bdi>
    </p>
  );
}
