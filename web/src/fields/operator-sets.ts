import type { FilterOperator } from './field-kit';

const empty: FilterOperator[] = [
  { op: 'is_empty', label: 'operator.is_empty', takes: 'nothing' },
  { op: 'is_not_empty', label: 'operator.is_not_empty', takes: 'nothing' },
];

export const textOperators: readonly FilterOperator[] = [
  { op: 'contains', label: 'operator.contains', takes: 'one' },
  { op: 'starts_with', label: 'operator.starts_with', takes: 'one' },
  { op: '=', label: 'operator.is', takes: 'one' },
  { op: '!=', label: 'operator.is_not', takes: 'one' },
  ...empty,
];

export const numberOperators: readonly FilterOperator[] = [
  { op: '>=', label: 'operator.at_least', takes: 'one' },
  { op: '<=', label: 'operator.at_most', takes: 'one' },
  { op: '>', label: 'operator.more_than', takes: 'one' },
  { op: '<', label: 'operator.less_than', takes: 'one' },
  { op: '=', label: 'operator.is', takes: 'one' },
  { op: '!=', label: 'operator.is_not', takes: 'one' },
  ...empty,
];

export const dateOperators: readonly FilterOperator[] = [
  { op: '=', label: 'operator.in_period', takes: 'period' },
  { op: '!=', label: 'operator.not_in_period', takes: 'period' },
  { op: '>=', label: 'operator.on_or_after', takes: 'one' },
  { op: '<=', label: 'operator.on_or_before', takes: 'one' },
  { op: '<', label: 'operator.before', takes: 'period' },
  { op: '>', label: 'operator.after', takes: 'period' },
  ...empty,
];

export const choiceOperators: readonly FilterOperator[] = [
  { op: 'in', label: 'operator.any_of', takes: 'several' },
  { op: 'not_in', label: 'operator.none_of', takes: 'several' },
  ...empty,
];

export const setOperators: readonly FilterOperator[] = [
  { op: 'includes', label: 'operator.includes', takes: 'several' },
  { op: 'excludes', label: 'operator.excludes', takes: 'several' },
  ...empty,
];

export const flagOperators: readonly FilterOperator[] = [{ op: '=', label: 'operator.is', takes: 'one' }];

export const referenceOperators: readonly FilterOperator[] = [
  { op: '=', label: 'operator.is', takes: 'one' },
  { op: '!=', label: 'operator.is_not', takes: 'one' },
  ...empty,
];

export const presenceOperators: readonly FilterOperator[] = empty;
