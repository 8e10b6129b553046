import { expect, it } from 'vitest';
import type { Field, FieldType } from '@/api/types';
import { messageLinks, waysToReach } from './ways-to-reach';

const fields = Object.entries({ fax: 'phone', phone: 'phone', mobile: 'phone', phones: 'multi_phone', email: 'email', address: 'address', place: 'geolocation' } satisfies Record<string, FieldType>).map(([name, type]) => ({ name, type }) as Field);
const ways = (values: object) => waysToReach({ fields }, { id: '1', ...values });

it('dials what comes first, and writes to the mobile number', () => {
  expect(ways({ phone: '+12065550100', mobile: '+12065550101' })).toMatchObject({ phone: '+12065550100', mobile: '+12065550101' });
});

it('writes to the only number there is, also one of several with a label', () => {
  expect(ways({ phone: '+12065550100' }).mobile).toBe('+12065550100');
  expect(ways({ phones: [{ value: '+12065550102', label: 'work' }, { value: '+12065550103', label: 'mobile' }] })).toMatchObject({ phone: '+12065550102', mobile: '+12065550103' });
});

it('rings up no fax', () => {
  expect(ways({ fax: '+12065550109' })).toEqual({});
  expect(ways({ phones: [{ value: '+12065550109', label: 'Fax' }] })).toEqual({});
});

it('offers nothing for what is empty', () => {
  expect(ways({ phone: '', email: null, phones: [], address: { street: null, city: '' } })).toEqual({});
});

it('finds the place on a map, by address or by point', () => {
  expect(ways({ address: { street: '1 Main St', city: 'Springfield', country: null } }).map).toBe('https://www.openstreetmap.org/search?query=1%20Main%20St%2C%20Springfield');
  expect(ways({ place: { latitude: 52.5, longitude: 13.4 } }).map).toContain('mlat=52.5&mlon=13.4');
});

it('gives WhatsApp digits only, and no message an extension', () => {
  expect(messageLinks('+12065550100;ext=12')).toEqual({ sms: 'sms:+12065550100', whatsapp: 'https://wa.me/12065550100' });
});
