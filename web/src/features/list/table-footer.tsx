import type { Column } from '@/api/columns';
import { kitOf } from '@/fields/field-kits';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import type { Footer } from './table-footer-model';
import styles from './table.module.css';

export interface TableFooterProps {
  columns: Column[];
  footer: Footer | undefined;
  /** How many rows are selected. */
  selected: number;
}

/** How many records the list finds, and the sums of its figures, over all of them. */
export function TableFooter({ columns, footer, selected }: TableFooterProps) {
  const t = useText();
  const formats = useFormats();
  const sumText = (column: Column) => {
    const sum = footer?.sums.get(column.path);
    if (sum === undefined) return null;
    return column.field.type === 'currency' ? formats.money(Math.round(sum)) : formats.number(sum, column.field.scale);
  };
  return (
    <tfoot>
      <tr>
        <td className={styles.select} />
        {columns.map((column, index) => (
          <td key={column.path} className={classNames(index === 0 && styles.first, kitOf(column.field).align && styles.end)}>
            {index === 0 ? footer && <span>{selected > 0 ? t('list.selected_of', { selected, count: footer.count }) : t('list.count', { count: footer.count })}</span> : sumText(column) && <b title={t('list.sum')}>{sumText(column)}</b>}
          </td>
        ))}
        <td />
      </tr>
    </tfoot>
  );
}
