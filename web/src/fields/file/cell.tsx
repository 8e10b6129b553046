import { Icon } from '@/ui/icon/icon';
import type { CellProps } from '../field-kit';
import { ReferenceLink } from '../reference-link';
import styles from '../fields.module.css';

export function FileCell(props: CellProps) {
  return (
    <span className={styles.row}>
      <Icon name="paperclip" size={14} />
      <ReferenceLink {...props} />
    </span>
  );
}
