import { useId } from 'react';
import type { Column } from '@/api/columns';
import type { Condition } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { IconButton } from '@/ui/button/icon-button';
import { Select } from '@/ui/input/select';
import { ConditionValueInput } from './condition-value-input';
import { allOperators, emptyValueOf, newCondition, operatorOf, type OperatorsOf } from './filter-model';
import styles from './filter.module.css';

export interface ConditionEditorProps {
  condition: Condition;
  columns: readonly Column[];
  /** How a field may be compared, where that is less than its type has. */
  operatorsOf?: OperatorsOf;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

/** One condition: the field, how it compares, and with what. */
export function ConditionEditor({ condition, columns, operatorsOf = allOperators, onChange, onRemove }: ConditionEditorProps) {
  const t = useText();
  const id = useId();
  const column = columns.find((each) => each.path === condition.field);
  const operator = column && operatorOf(condition, column.field);
  return (
    <div className={styles.condition}>
      <Select
        small
        aria-label={t('filter.field')}
        value={condition.field}
        options={columns.map((each) => ({ value: each.path, label: each.label }))}
        onChange={(event) => {
          const next = columns.find((each) => each.path === event.target.value);
          if (next) onChange(newCondition(next.path, next.field, operatorsOf));
        }}
      />
      {column && operator && (
        <>
          <Select
            small
            aria-label={t('filter.comparison')}
            value={`${operator.op} ${operator.takes}`}
            options={operatorsOf(column.field).map((each) => ({ value: `${each.op} ${each.takes}`, label: t(each.label) }))}
            onChange={(event) => {
              const next = operatorsOf(column.field).find((each) => `${each.op} ${each.takes}` === event.target.value);
              if (!next) return;
              const value = next.takes === operator.takes ? condition.value : emptyValueOf(next, column.field);
              onChange({ field: condition.field, op: next.op, ...(value === undefined ? {} : { value }) });
            }}
          />
          <ConditionValueInput key={`${condition.field} ${operator.takes}`} id={`${id}-value`} field={column.field} operator={operator} value={condition.value ?? null} onChange={(value) => onChange({ ...condition, value })} />
        </>
      )}
      <IconButton icon="x" small label={t('filter.remove')} onClick={onRemove} />
    </div>
  );
}
