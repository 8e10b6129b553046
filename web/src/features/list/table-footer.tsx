import type { Column } from '@/api/columns';
import type { ObjectInfo } from '@/api/types';
import { kitOf } from '@/fields/field-kits';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { changePreferences, usePreferences } from '@/lib/preferences';
import { Menu } from '@/ui/menu/menu';
import { aggregateLabels, aggregatesOf, type Told, type Totals } from './table-footer-model';
import { TotalValue } from './total-value';
import styles from './table.module.css';

export interface TableFooterProps {
  object: ObjectInfo;
  columns: Column[];
  told: readonly Told[];
  footer: Totals | undefined;
  /** How many rows are selected. */
  selected: number;
}

/** How many records the list finds, and what each column comes to, over all of them. Pressed, it tells something else. */
export function TableFooter({ object, columns, told, footer, selected }: TableFooterProps) {
  const t = useText();
  const { aggregates } = usePreferences();
  return (
    <tfoot>
      <tr>
        <td className={styles.select} />
        {columns.map((column, index) => {
          if (index === 0) {
            return (
              <td key={column.path} className={styles.first}>
                {footer && <span>{selected > 0 ? t('list.selected_of', { selected, count: footer.count }) : t('list.count', { count: footer.count })}</span>}
              </td>
            );
          }
          const now = told.find((each) => each.path === column.path);
          const offered = aggregatesOf(column);
          return (
            <td key={column.path} className={classNames(kitOf(column.field).align && styles.end)}>
              {offered.length > 0 && (
                <Menu
                  target={
                    <button type="button" className={classNames(styles.aggregate, !now && styles.silent)} aria-label={t('list.aggregate_of', { column: column.label })} title={t(aggregateLabels[now?.aggregate ?? 'nothing'])}>
                      {now && footer ? <TotalValue column={column} told={now} totals={footer} /> : t('list.calculate')}
                    </button>
                  }
                  sections={() => [
                    {
                      items: offered.map((aggregate) => ({
                        id: aggregate,
                        label: t(aggregateLabels[aggregate]),
                        checked: aggregate === (now?.aggregate ?? 'nothing'),
                        run: () => changePreferences({ aggregates: { ...aggregates, [`${object.name}/${column.path}`]: aggregate } }),
                      })),
                    },
                  ]}
                />
              )}
            </td>
          );
        })}
        <td />
      </tr>
    </tfoot>
  );
}
