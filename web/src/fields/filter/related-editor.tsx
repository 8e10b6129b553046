import { useId } from 'react';
import { useCatalogue } from '@/api/catalogue';
import type { CountOperator, Filter, ObjectInfo, RelatedCondition } from '@/api/types';
import type { MessageId } from '@/i18n/catalogues';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { IconButton } from '@/ui/button/icon-button';
import { Select } from '@/ui/input/select';
import { TextInput } from '@/ui/input/text-input';
import { ConditionEditor } from './condition-editor';
import { filterableColumns } from './field-choices';
import { isCondition } from '@/api/filter';
import { GroupEditor } from './group-editor';
import { newCondition } from './filter-model';
import styles from './filter.module.css';

export const countOperators: Record<CountOperator, MessageId> = {
  '>=': 'operator.at_least',
  '>': 'operator.more_than',
  '<=': 'operator.at_most',
  '<': 'operator.less_than',
  '=': 'operator.exactly',
};

export interface RelatedEditorProps {
  condition: RelatedCondition;
  /** Object of the records that are counted. */
  target: ObjectInfo;
  label: string;
  onChange: (condition: RelatedCondition) => void;
  onRemove: () => void;
}

/** How many records of a relation there must be, and which of them count. */
export function RelatedEditor({ condition, target, label, onChange, onRemove }: RelatedEditorProps) {
  const t = useText();
  const id = useId();
  const columns = filterableColumns(target, useCatalogue());
  const count = condition.count ?? { op: '>=' as const, value: 1 };
  const [first] = columns;
  const write = (filter: Filter | null) => onChange(filter ? { ...condition, filter } : { related: condition.related, count });
  const join = (filter: Filter, more: Filter): Filter => ('and' in filter ? { and: [...filter.and, more] } : { and: [filter, more] });
  return (
    <div className={styles.group}>
      <div className={styles.count}>
        <b id={id}>{label}</b>
        <Select
          small
          aria-label={t('filter.comparison')}
          value={count.op}
          options={Object.entries(countOperators).map(([value, message]) => ({ value, label: t(message) }))}
          onChange={(event) => onChange({ ...condition, count: { ...count, op: event.target.value as CountOperator } })}
        />
        <TextInput
          small
          type="number"
          min={0}
          inputMode="numeric"
          aria-label={t('filter.how_many', { what: label })}
          value={String(count.value)}
          onChange={(event) => onChange({ ...condition, count: { ...count, value: Math.max(0, Math.floor(Number(event.target.value) || 0)) } })}
        />
        <IconButton icon="x" small label={t('filter.remove')} onClick={onRemove} />
      </div>
      {condition.filter && (
        <div className={styles.nested} role="group" aria-label={t('filter.which', { what: label })}>
          {isCondition(condition.filter) ? (
            <ConditionEditor condition={condition.filter} columns={columns} onChange={write} onRemove={() => write(null)} />
          ) : (
            <GroupEditor object={target} filter={condition.filter} columns={columns} onChange={write} />
          )}
        </div>
      )}
      {first && (!condition.filter || isCondition(condition.filter)) && (
        <Button small kind="quiet" icon="plus" onClick={() => write(condition.filter ? join(condition.filter, newCondition(first.path, first.field)) : newCondition(first.path, first.field))}>
          {t('filter.only_those')}
        </Button>
      )}
    </div>
  );
}
