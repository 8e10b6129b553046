import { Link } from '@tanstack/react-router';
import { useCatalogue } from '@/api/catalogue';
import { relatedName } from '@/api/columns';
import { useRecordName } from '@/api/record-names';
import type { CellProps } from './field-kit';
import { usePlain } from './plain';
import { RecordAvatar } from './record-avatar';
import styles from './fields.module.css';

/** The name of the record that is referred to, leading to it. Settings, such as stages, have no page and no link. */
export function ReferenceLink({ value, field, record }: CellProps) {
  const plain = usePlain();
  const catalogue = useCatalogue();
  const id = String(value);
  const target = catalogue.objectOfId(id) ?? catalogue.find(field.targets?.[0]);
  const known = relatedName(record, field);
  const asked = useRecordName(known === null ? id : undefined);
  const name = known ?? asked ?? target?.label ?? id;
  if (!target || plain || (target.hidden && target.administrative)) return <bdi>{name}</bdi>;
  return (
    <Link to="/o/$object/$id" params={{ object: target.name, id }} className={styles.reference} data-preview={id} data-peek={id} onClick={(event) => event.stopPropagation()}>
      <RecordAvatar object={target} name={name} size={20} />
      <bdi>{name}</bdi>
    </Link>
  );
}
