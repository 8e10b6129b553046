import { useText } from '@/i18n/use-text';
import { Icon } from '@/ui/icon/icon';
import type { CellProps } from '../field-kit';
import styles from '../fields.module.css';

export function CheckboxCell({ value }: CellProps) {
  const t = useText();
  return (
    <span className={styles.row}>
      {value === true && <Icon name="check" size={14} />}
      {t(value === true ? 'field.yes' : 'field.no')}
    </span>
  );
}
