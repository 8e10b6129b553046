import type { ReactNode } from 'react';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { VisuallyHidden } from '@/ui/text/visually-hidden';
import styles from './setup.module.css';

export interface SetupTableProps {
  /** Spoken name of the table. */
  label: string;
  /** Heads of the columns before the last one, which holds what can be done with a row. */
  heads: readonly string[];
  /** Rows. */
  children: ReactNode;
}

/** A table of setup whose rows end with their buttons. On phones each row stands as lines of its own. */
export function SetupTable({ label, heads, children }: SetupTableProps) {
  const t = useText();
  return (
    <div className={styles.scroll} role="group" aria-label={label} tabIndex={0}>
      <table className={classNames(styles.table, styles.rows)} aria-label={label}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">
              <VisuallyHidden>{t('list.more')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
