import type { BatchOperation, Json } from '@/api/types';
import { addDays } from '@/lib/day';

/** What the sample records are known by, so that one press takes all of them away again. */
export const mark = 'sample-';

const accounts = [
  ['hallstrom', 'Hallström Papper AB', 'customer', 'https://hallstrom.example'],
  ['lindqvist', 'Lindqvist Packaging', 'prospect', 'https://lindqvist.example'],
  ['okafor', 'Okafor Foods', 'customer', 'https://okafor.example'],
  ['maeda', 'Maeda Robotics', 'prospect', 'https://maeda.example'],
  ['castillo', 'Castillo y Hijos', 'prospect', 'https://castillo.example'],
  ['weber', 'Weber Maschinenbau GmbH', 'customer', 'https://weber.example'],
] as const;

const contacts = [
  ['elin', 'Elin', 'Hallström', 'Managing director', 'hallstrom'],
  ['nils', 'Nils', 'Åberg', 'Plant manager', 'hallstrom'],
  ['sara', 'Sara', 'Lindqvist', 'Purchasing', 'lindqvist'],
  ['chidi', 'Chidi', 'Okafor', 'Owner', 'okafor'],
  ['yuki', 'Yuki', 'Maeda', 'Head of operations', 'maeda'],
  ['lucia', 'Lucía', 'Castillo', 'Production', 'castillo'],
  ['jonas', 'Jonas', 'Weber', 'Managing director', 'weber'],
] as const;

/** Name, account, contact, amount, days until it closes, place among the open stages, next step in days (none: a loose end). */
const deals = [
  ['packing', 'Carton packing line', 'hallstrom', 'elin', 184_000, 26, 3, 1],
  ['service', 'Service contract', 'hallstrom', 'nils', 24_000, 12, 2, 0],
  ['palletiser', 'Palletiser', 'lindqvist', 'sara', 96_000, 48, 2, 3],
  ['labels', 'Label printer', 'lindqvist', 'sara', 12_500, 33, 1, null],
  ['filling', 'Filling line, second hall', 'okafor', 'chidi', 142_000, 61, 1, 6],
  ['spare', 'Spare parts for a year', 'okafor', 'chidi', 8_400, 9, 3, -1],
  ['cell', 'Picking cell', 'maeda', 'yuki', 210_000, 90, 0, 4],
  ['training', 'Training on site', 'maeda', 'yuki', 6_000, 40, 0, null],
  ['sorter', 'Fruit sorter', 'castillo', 'lucia', 58_000, 55, 1, 8],
  ['retrofit', 'Retrofit of the old line', 'weber', 'jonas', 73_000, 20, 2, 2],
] as const;

const create = (object: string, id: string, fields: Record<string, Json>): BatchOperation => ({ operation: 'create', object, fields: { ...fields, external_id: mark + id } });
const named = (id: string) => ({ external_id: mark + id });

/** Customers first, then who works there, then what is sold to them, then what is planned: each refers to those before. */
export function sampleOperations(today: string, currency: string, openStages: readonly string[]): BatchOperation[][] {
  const stage = (place: number) => openStages[Math.min(place, openStages.length - 1)];
  return [
    accounts.map(([id, name, type, website]) => create('account', id, { name, type, website })),
    contacts.map(([id, first_name, last_name, title, account]) => create('contact', id, { first_name, last_name, title, email: `${id}@${account}.example`, account: named(account) })),
    deals.map(([id, name, account, contact, amount, days, place]) => {
      const stage_id = stage(place);
      return create('opportunity', `deal-${id}`, { name, amount, currency_code: currency, close_date: addDays(today, days), account: named(account), contact: named(contact), ...(stage_id ? { stage_id } : {}) });
    }),
  ];
}

/** The next steps of the sample deals, once these have ids. */
export function sampleTasks(today: string, dealIds: ReadonlyMap<string, string>): BatchOperation[] {
  return deals.flatMap(([id, , , , , , , step]) => {
    const related_to_id = dealIds.get(`${mark}deal-${id}`);
    return step === null || !related_to_id ? [] : [create('task', `step-${id}`, { subject: 'Call', type: 'call', due_date: addDays(today, step), related_to_id })];
  });
}
