import { useQueries, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { fieldOf, useCatalogue } from './catalogue';
import { shortListQuery } from './records';
import { searchQuery } from './search';
import type { ObjectInfo, RecordData } from './types';

export interface LikelyDuplicate {
  object: ObjectInfo;
  id: string;
  name: string;
  detail?: string;
}

/** Where a person of this kind may be already, besides among its own. */
const alsoIn: Record<string, string[]> = { contact: ['lead'], lead: ['contact'] };
const told = ['email', 'phone', 'mobile', 'website', 'domain'];

/** What tells a record apart from others: its mail, its number, its address on the web, its whole name. */
export function signsOf(object: ObjectInfo, values: RecordData): string[] {
  const text = (name: string) => (typeof values[name] === 'string' ? values[name].trim() : '');
  const name = fieldOf(object, 'last_name') ? [text('first_name'), text('last_name')] : [text(object.name_field)];
  const whole = name.every((part) => part.length > 1) ? [name.join(' ')] : [];
  const site = text('website').replace(/^https?:\/\/(www\.)?/, '').replace(/\/.*$/, '');
  const others = told.filter((field) => field !== 'website' && fieldOf(object, field)).map(text);
  return [...new Set([...others, site, ...whole].filter((sign) => sign.length > 4))];
}

/** Records that may be the same as the one that is typed, a few of them. */
export function useLikelyDuplicates(object: ObjectInfo, values: RecordData): LikelyDuplicate[] {
  const catalogue = useCatalogue();
  const [signs] = useDebouncedValue(signsOf(object, values).join('\n'), 300);
  const objects = [object.name, ...(alsoIn[object.name] ?? [])].filter((name) => catalogue.find(name));
  const found = useQueries({ queries: (object.hidden || signs === '' ? [] : signs.split('\n')).map((sign) => searchQuery(sign, objects, 3)) });
  const all = found.flatMap(({ data }) => data ?? []).flatMap((group) => group.records.map((record) => ({ ...record, object: catalogue.find(group.object) })));
  const distinct = all.filter((each, index) => each.object && all.findIndex((other) => other.id === each.id) === index);
  return distinct.slice(0, 3) as LikelyDuplicate[];
}

// Whose addresses say nothing about whom somebody works for.
const freeMail = new Set(['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'yahoo.com', 'icloud.com', 'me.com', 'gmx.de', 'gmx.net', 'web.de', 'aol.com', 'proton.me', 'protonmail.com', 't-online.de', 'orange.fr', 'free.fr', 'mail.ru', 'yandex.ru', 'qq.com', '163.com']);

/** The company domain of a mail address; none for mail that anybody can have. */
export function companyDomain(email: unknown): string | undefined {
  const domain = typeof email === 'string' ? /^[^@\s]+@([^@\s]+\.[^@\s]{2,})$/.exec(email.trim())?.[1]?.toLowerCase() : undefined;
  return domain && !freeMail.has(domain) ? domain : undefined;
}

/** The company that the mail address is of, where none is chosen yet. */
export function useProposedAccount(object: ObjectInfo, values: RecordData): { id: string; name: string } | undefined {
  const account = useCatalogue().find('account');
  const [domain] = useDebouncedValue(companyDomain(values.email), 300);
  const wanted = fieldOf(object, 'account_id') !== undefined && !values.account_id && domain !== undefined && account !== undefined && fieldOf(account, 'domain') !== undefined;
  const { data } = useQuery({ ...shortListQuery({ object: 'account', fields: ['id', 'name'], filter: { field: 'domain', op: '=', value: domain ?? '' }, limit: 1 }), enabled: wanted });
  const [found] = wanted ? (data ?? []) : [];
  return found && { id: found.id, name: String(found.name) };
}
