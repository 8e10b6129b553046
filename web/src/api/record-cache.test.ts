import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { patchRecord, removeRecords } from './record-cache';
import { recordsKey } from './records';

const id = '001000000000001AAA';

function cached() {
  const queries = new QueryClient();
  const key = (what: string) => [...recordsKey('account'), what] as const;
  queries.setQueryData(key('one'), { id, name: 'Acme' });
  queries.setQueryData(key('name'), 'Acme');
  queries.setQueryData(key('list'), { pages: [{ records: [{ id, name: 'Acme' }], next: null }], pageParams: [null] });
  return { queries, of: (what: string) => queries.getQueryData(key(what)) };
}

it('shows a change in what is kept of a record, beside names that are kept of others', () => {
  const { queries, of } = cached();
  const takeBack = patchRecord(queries, 'account', id, { name: 'Globex' });
  expect(of('one')).toMatchObject({ name: 'Globex' });
  expect(of('list')).toMatchObject({ pages: [{ records: [{ name: 'Globex' }] }] });
  expect(of('name')).toBe('Acme');
  takeBack();
  expect(of('one')).toMatchObject({ name: 'Acme' });
});

it('takes records out of lists, and leaves names', () => {
  const { queries, of } = cached();
  removeRecords(queries, 'account', [id]);
  expect(of('list')).toMatchObject({ pages: [{ records: [] }] });
  expect(of('name')).toBe('Acme');
});
