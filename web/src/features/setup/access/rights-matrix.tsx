import { Fragment, type ReactNode, useState } from 'react';
import type { ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { ObjectTile } from '@/ui/avatar/object-tile';
import { IconButton } from '@/ui/button/icon-button';
import { Icon } from '@/ui/icon/icon';
import { Checkbox } from '@/ui/input/checkbox';
import { VisuallyHidden } from '@/ui/text/visually-hidden';
import { type Right, rights, type RightValues, switched } from './permission-rights';
import styles from '../setup.module.css';
import matrix from './matrix.module.css';

export interface MatrixRow {
  /** Undefined for the row of all objects that are not named. */
  object?: ObjectInfo;
  values: RightValues;
  /** Said of this very object; otherwise it follows all others. */
  own: boolean;
}

export interface RightsMatrixProps {
  label: string;
  rows: MatrixRow[];
  /** Without it, the matrix is only looked at. */
  onChange?: (object: string, values: RightValues) => void;
  onForget?: (object: string) => void;
  /** What is shown under an object when it is opened: its fields. */
  fields: (object: ObjectInfo) => ReactNode;
}

/** Objects against what may be done with them. Each object opens to show its fields. */
export function RightsMatrix({ label, rows, onChange, onForget, fields }: RightsMatrixProps) {
  const t = useText();
  const [open, setOpen] = useState<string | null>(null);
  const cell = (row: MatrixRow, right: Right, name: string) => {
    const spoken = t('setup.right_of', { right: t(`setup.right_${right}`), object: name });
    if (!onChange) return row.values[right] ? <Icon name="check" size={14} label={spoken} /> : <span className={styles.faint}>–</span>;
    return <Checkbox aria-label={spoken} checked={row.values[right]} onChange={(event) => onChange(row.object?.name ?? '*', switched(row.values, right, event.target.checked))} />;
  };
  return (
    <div className={styles.scroll} role="group" aria-label={label} tabIndex={0}>
      <table className={classNames(styles.table, matrix.matrix)} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('setup.object')}</th>
            {rights.map((right) => (
              <th key={right} scope="col">
                {t(`setup.right_${right}`)}
              </th>
            ))}
            <th scope="col">
              <VisuallyHidden>{t('list.more')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const name = row.object?.plural_label ?? t('setup.other_objects');
            const opened = row.object !== undefined && open === row.object.name;
            return (
              <Fragment key={row.object?.name ?? '*'}>
                <tr className={classNames(!row.own && matrix.follows)}>
                  <th scope="row">
                    {row.object ? (
                      <button type="button" className={matrix.open} aria-expanded={opened} onClick={() => setOpen(opened ? null : (row.object?.name ?? null))}>
                        <Icon name={opened ? 'chevron-down' : 'chevron-right'} size={14} />
                        <ObjectTile icon={row.object.icon} tint={row.object.tint} size={20} />
                        {name}
                      </button>
                    ) : (
                      <span className={matrix.others}>{name}</span>
                    )}
                  </th>
                  {rights.map((right) => (
                    <td key={right}>{cell(row, right, name)}</td>
                  ))}
                  <td className={styles.end}>{row.own && row.object && onForget && <IconButton icon="arrow-back-up" small label={t('setup.as_others', { object: name })} onClick={() => onForget(row.object?.name ?? '')} />}</td>
                </tr>
                {opened && row.object && (
                  <tr>
                    <td colSpan={rights.length + 2} className={matrix.fields}>
                      {fields(row.object)}
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
