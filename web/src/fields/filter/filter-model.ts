import type { Condition, Field, Filter, Json } from '@/api/types';
import { isCondition, isRelated } from '@/api/filter';
import type { FilterOperator } from '../field-kit';
import { kitOf } from '../field-kits';

export interface FilterGroup {
  joiner: 'and' | 'or';
  parts: Filter[];
}

/** The parts of a filter, as the chips show them. */
export function groupOf(filter: Filter | null): FilterGroup {
  if (!filter) return { joiner: 'and', parts: [] };
  if ('and' in filter) return { joiner: 'and', parts: filter.and };
  if ('or' in filter) return { joiner: 'or', parts: filter.or };
  return { joiner: 'and', parts: [filter] };
}

/** The filter of these parts; null when there are none. */
export function filterOf({ joiner, parts }: FilterGroup): Filter | null {
  if (parts.length === 0) return null;
  const [first] = parts;
  if (parts.length === 1 && first && joiner === 'and') return first;
  return joiner === 'and' ? { and: parts } : { or: parts };
}

export function replacePart(group: FilterGroup, index: number, part: Filter | null): FilterGroup {
  return { ...group, parts: group.parts.flatMap((each, at) => (at === index ? (part ? [part] : []) : [each])) };
}

export const emptyValueOf = (operator: FilterOperator, field: Field): Json | undefined => {
  if (operator.takes === 'nothing') return undefined;
  if (operator.takes === 'several') return [];
  if (operator.takes === 'period') return 'THIS_MONTH';
  return field.type === 'checkbox' ? true : null;
};

/** How a field may be compared. */
export type OperatorsOf = (field: Field) => readonly FilterOperator[];

export const allOperators: OperatorsOf = (field) => kitOf(field).operators;

/** The condition that a field begins with. */
export function newCondition(path: string, field: Field, operatorsOf = allOperators): Condition {
  const operator = operatorsOf(field)[0];
  if (!operator) return { field: path, op: 'is_not_empty' };
  const value = emptyValueOf(operator, field);
  return { field: path, op: operator.op, ...(value === undefined ? {} : { value }) };
}

const isDay = (value: unknown) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value);

/** The operator of a condition: where two share a spelling, the one whose kind of value fits. */
export function operatorOf(condition: Condition, field: Field): FilterOperator | undefined {
  const candidates = kitOf(field).operators.filter((operator) => operator.op === condition.op);
  const several = Array.isArray(condition.value);
  return (
    candidates.find((operator) => (operator.takes === 'several') === several && (operator.takes !== 'period' || !isDay(condition.value))) ??
    candidates[0] ?? { op: condition.op, label: 'operator.is', takes: several ? 'several' : 'one' }
  );
}

/** Whether every part says what it compares with. Unfinished parts stay in the editor and are not asked. */
export function isComplete(filter: Filter): boolean {
  if (isRelated(filter)) return !filter.filter || isComplete(filter.filter);
  if (!isCondition(filter)) return 'not' in filter ? isComplete(filter.not) : groupOf(filter).parts.length > 0 && groupOf(filter).parts.every(isComplete);
  if (filter.op === 'is_empty' || filter.op === 'is_not_empty') return true;
  if (Array.isArray(filter.value)) return filter.value.length > 0;
  return filter.value !== null && filter.value !== undefined && filter.value !== '';
}

/** What may be asked already: the filter without its unfinished parts. */
export function finishedFilter(filter: Filter | null): Filter | null {
  if (!filter) return null;
  if (isRelated(filter)) return filter.filter ? { ...filter, filter: finishedFilter(filter.filter) ?? { and: [] } } : filter;
  if (isCondition(filter) || 'not' in filter) return isComplete(filter) ? filter : null;
  const { joiner, parts } = groupOf(filter);
  return filterOf({ joiner, parts: parts.map(finishedFilter).filter((part) => part !== null) });
}
