import { expect, it } from 'vitest';
import type { Column } from '@/api/columns';
import type { RecordData } from '@/api/types';
import { groupedSort, groupsOf, linesOf, withoutFolded } from './list-groups';

const type = { path: 'type', sortBy: 'type', field: { name: 'type' } } as unknown as Column;
const account = { path: 'account_id', sortBy: 'account.name', field: { name: 'account_id' } } as unknown as Column;
const row = (id: string, value: string | null): RecordData => ({ id, type: value });
const groups = groupsOf([{ id: '', type: null, expr0: 1 }, { id: '', type: 'a', expr0: 2 }, { id: '', type: 'b', expr0: 3 }], type, []);
const told = (lines: ReturnType<typeof linesOf>) => lines.map((line) => (line.kind === 'group' ? `[${String(line.group.value)}]` : line.row.id));

it('puts rows under the heads of their groups', () => {
  expect(told(linesOf([row('1', null), row('2', 'a'), row('3', 'a'), row('4', 'b')], groups, type, [], true))).toEqual(['[null]', '1', '[a]', '2', '3', '[b]', '4']);
});

it('waits with the groups after one whose rows are still to come', () => {
  expect(told(linesOf([row('1', null), row('2', 'a')], groups, type, [], true))).toEqual(['[null]', '1', '[a]', '2']);
});

it('shows only the head of a folded group, and asks for none of its rows', () => {
  expect(told(linesOf([row('1', null), row('4', 'b')], groups, type, ['a'], true))).toEqual(['[null]', '1', '[a]', '[b]', '4']);
  expect(withoutFolded(type, ['a', null])).toEqual([{ field: 'type', op: '!=', value: 'a' }, { field: 'type', op: 'is_not_empty' }]);
});

it('sorts by the group first, and keeps those of the same name apart', () => {
  expect(groupedSort(account, '-amount')).toBe('account.name,account_id,-amount');
  expect(groupedSort(type, '')).toBe('type');
});
