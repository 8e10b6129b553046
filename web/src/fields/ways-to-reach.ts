import type { FieldType, Json, ObjectInfo, RecordData } from '@/api/types';
import { mapLink } from './address/map-link';
import { isNothing } from './field-value';
import { pointLink } from './geolocation/point-link';
import { entriesOf } from './labelled-entries';

export interface WaysToReach {
  /** The number that is dialled. */
  phone?: string;
  /** The number that messages go to: the mobile one, where there is one. */
  mobile?: string;
  email?: string;
  /** The address of a map that shows the place. */
  map?: string;
}

/** How somebody is reached: of each way what comes first among the fields of the record. */
export function waysToReach({ fields }: Pick<ObjectInfo, 'fields'>, record: RecordData): WaysToReach {
  const filled = (...types: FieldType[]) => fields.flatMap(({ name, type }) => (types.includes(type) && !isNothing(record[name]) ? [{ name, type, value: record[name] as Json }] : []));
  // Nobody answers a fax.
  const phones = filled('phone', 'multi_phone')
    .flatMap(({ name, value }) => (typeof value === 'string' ? [{ value, label: name }] : entriesOf(value)))
    .filter(({ label }) => !/fax/i.test(label));
  const [email] = filled('email');
  const [place] = filled('address', 'geolocation');
  return {
    phone: phones[0]?.value,
    mobile: (phones.find(({ label }) => /mobile/i.test(label)) ?? phones[0])?.value,
    email: email && String(email.value),
    map: place && (place.type === 'address' ? mapLink(place.value) : pointLink(place.value)),
  };
}

/** Where a message to a number is written: by the telephone itself, or in WhatsApp, which takes digits alone. */
export const messageLinks = (number: string) => {
  const [dialled = ''] = number.split(';ext=');
  return { sms: `sms:${dialled}`, whatsapp: `https://wa.me/${dialled.replace(/\D/g, '')}` };
};
