import { Tag } from '@/ui/tag/tag';
import styles from './fields.module.css';

export interface SetCellProps {
  values: { value: string; label?: string; tint?: string }[];
}

/** Several values, each as a tag. */
export function SetCell({ values }: SetCellProps) {
  return (
    <span className={styles.wrap}>
      {values.map(({ value, label, tint }) => (
        <Tag key={value} tint={tint}>
          {label ?? value}
        </Tag>
      ))}
    </span>
  );
}
