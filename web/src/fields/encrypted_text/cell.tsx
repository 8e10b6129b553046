import { Icon } from '@/ui/icon/icon';
import type { CellProps } from '../field-kit';
import styles from '../fields.module.css';

export function EncryptedTextCell({ value }: CellProps) {
  return (
    <span className={styles.row}>
      <Icon name="lock" size={14} />
      <bdi>{String(value)}</bdi>
    </span>
  );
}
