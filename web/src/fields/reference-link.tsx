import { Link } from '@tanstack/react-router';
import { useCatalogue } from '@/api/catalogue';
import { relatedName, saidName } from '@/api/columns';
import { relatedPicture } from '@/api/pictures';
import { useRecordName } from '@/api/record-names';
import type { CellProps } from './field-kit';
import { usePlain } from './plain';
import { RecordAvatar } from './record-avatar';
import styles from './fields.module.css';

/** The name of the record that is referred to, leading to it. Settings, such as stages, have no page and no link. */
export function ReferenceLink(props: CellProps) {
  const known = relatedName(props.record, props.field);
  return known === null ? <AskedReference {...props} /> : <NamedReference {...props} name={known} />;
}

/** A record whose name did not come with the one that refers to it. */
function AskedReference(props: CellProps) {
  return <NamedReference {...props} name={useRecordName(String(props.value)) ?? undefined} />;
}

function NamedReference({ value, field, record, name: known }: CellProps & { name: string | undefined }) {
  const plain = usePlain();
  const catalogue = useCatalogue();
  const id = String(value);
  const target = catalogue.objectOfId(id) ?? catalogue.find(field.targets?.[0]);
  const name = known === undefined ? (target?.label ?? id) : saidName(target, known);
  if (!target || plain || (target.hidden && target.administrative)) return <bdi>{name}</bdi>;
  return (
    <Link to="/o/$object/$id" params={{ object: target.name, id }} className={styles.reference} data-preview={id} data-peek={id} onClick={(event) => event.stopPropagation()}>
      <RecordAvatar object={target} name={name} size={20} picture={relatedPicture(record, field, target)} />
      <bdi>{name}</bdi>
    </Link>
  );
}
