import { expect, test } from 'vitest';
import { foundIn } from './search';

test('records are called by the field that names them, and told apart by another', () => {
  const tasks = foundIn({ object: 'task', name_field: 'subject', records: [{ id: '00T1', subject: 'Call back' }] });
  expect(tasks).toEqual({ object: 'task', records: [{ id: '00T1', name: 'Call back' }] });
  const contacts = foundIn({ object: 'contact', name_field: 'name', records: [{ id: '0031', name: 'Ada', emails: null, email: 'ada@home.example' }] });
  expect(contacts.records).toEqual([{ id: '0031', name: 'Ada', detail: 'ada@home.example' }]);
});

test('a record without a name is called by its id', () => {
  expect(foundIn({ object: 'contact', name_field: 'name', records: [{ id: '0031', name: null }] }).records).toEqual([{ id: '0031', name: '0031' }]);
});
