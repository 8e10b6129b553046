import { Tag } from '@/ui/tag/tag';
import type { CellProps } from '../field-kit';
import styles from '../fields.module.css';

export function MultiPicklistCell({ value, field }: CellProps) {
  const values = Array.isArray(value) ? value : [value];
  return (
    <span className={styles.wrap}>
      {values.map((each) => {
        const option = field.options?.find((candidate) => candidate.value === each);
        return (
          <Tag key={String(each)} tint={option?.tint}>
            {option?.label ?? String(each)}
          </Tag>
        );
      })}
    </span>
  );
}
