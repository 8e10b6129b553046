import { useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { request } from './client';
import { fieldOf, useCatalogue } from './catalogue';
import { recordsKey, shortListQuery } from './records';
import type { Json, ObjectInfo, RecordData } from './types';

/** Something in which two records are alike. */
export interface DuplicateReason {
  likeness: 'same' | 'similar';
  /** How it was compared, as the rules say it: "email", "person", "exact". */
  as: string;
  /** The first field that was compared. */
  field: string;
  /** The same in English. */
  message: string;
}

export interface LikelyDuplicate {
  object: ObjectInfo;
  id: string;
  name: string;
  /** How likely it is, 0 to 100. */
  score: number;
  /** Why, the strongest first. */
  reasons: DuplicateReason[];
}

type Match = Omit<LikelyDuplicate, 'object'> & { object: string };

const few = 3;

/** Whether the object has rules by which its duplicates are told. */
export const findsDuplicates = (object: ObjectInfo) => (object.duplicate_rules?.compare ?? []).length > 0;

/** The values that the object's rules compare, as far as there are any: the rest says nothing and need not be sent. */
export function comparedValues(object: ObjectInfo, values: RecordData): Record<string, Json> {
  const compared = new Set((object.duplicate_rules?.compare ?? []).flatMap((comparison) => comparison.fields));
  // A name that was typed as a whole is compared like its parts.
  if (compared.size > 0) compared.add(object.name_field);
  const wanted = object.fields.filter((field) => compared.has(field.name) || compared.has(field.relation || field.name) || compared.has(field.component_of || field.name));
  return Object.fromEntries(wanted.map(({ name }) => [name, values[name]] as const).filter((entry): entry is readonly [string, Json] => entry[1] !== undefined && entry[1] !== null && entry[1] !== ''));
}

/** Records that are likely the same as the one that is typed or, with its id, as the one that is there; the likeliest few. */
export function useLikelyDuplicates(object: ObjectInfo, values: RecordData): LikelyDuplicate[] {
  const catalogue = useCatalogue();
  const compared = comparedValues(object, values);
  const [asked] = useDebouncedValue(JSON.stringify({ ...compared, ...(values.id && { id: values.id }) }), 300);
  const enabled = Object.keys(compared).length > 0;
  const { data } = useQuery({
    queryKey: [...recordsKey(object.name), 'likely', asked] as const,
    queryFn: async ({ signal }) => (await request<{ matches: Match[] }>(`/duplicates/${object.name}`, { method: 'POST', text: asked, contentType: 'application/json', query: { limit: few }, signal })).matches,
    // What was found stays until the next answer: a hint that comes and goes with each letter cannot be read.
    placeholderData: values.id ? undefined : (before) => before,
    enabled: enabled && asked !== '{}',
  });
  return (enabled ? (data ?? []) : []).flatMap((match) => {
    const found = catalogue.find(match.object);
    return found ? [{ ...match, object: found }] : [];
  });
}

// Whose addresses say nothing about whom somebody works for.
const freeMail = new Set(['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'yahoo.com', 'icloud.com', 'me.com', 'gmx.de', 'gmx.net', 'web.de', 'aol.com', 'proton.me', 'protonmail.com', 't-online.de', 'orange.fr', 'free.fr', 'mail.ru', 'yandex.ru', 'qq.com', '163.com']);

/** The company domain of a mail address; none for mail that anybody can have. */
export function companyDomain(email: unknown): string | undefined {
  const domain = typeof email === 'string' ? /^[^@\s]+@([^@\s]+\.[^@\s]{2,})$/.exec(email.trim())?.[1]?.toLowerCase() : undefined;
  return domain && !freeMail.has(domain) ? domain : undefined;
}

/** "acme-steel.co.uk" is of Acme Steel, as far as one can tell. */
export function companyName(domain: string): string {
  const parts = domain.split('.').slice(0, -1);
  const own = parts.findLast((part, index) => index === 0 || part.length > 3) ?? domain;
  return own.replace(/(^|-)(\p{L})/gu, (_, dash: string, letter: string) => `${dash && ' '}${letter.toUpperCase()}`);
}

/** A company for a mail address: one that is there, or without an id one that could be made. */
export interface ProposedAccount {
  id?: string;
  name: string;
  domain: string;
}

/** The company that the mail address is of, where none is chosen yet. */
export function useProposedAccount(object: ObjectInfo, values: RecordData): ProposedAccount | undefined {
  const account = useCatalogue().find('account');
  const [domain] = useDebouncedValue(companyDomain(values.email), 300);
  const wanted = fieldOf(object, 'account_id') !== undefined && !values.account_id && domain !== undefined && account !== undefined && fieldOf(account, 'domain') !== undefined;
  const { data } = useQuery({ ...shortListQuery({ object: 'account', fields: ['id', 'name'], filter: { field: 'domain', op: '=', value: domain ?? '' }, limit: 1 }), enabled: wanted });
  if (!wanted || !data) return undefined;
  const [found] = data;
  return found ? { id: found.id, name: String(found.name), domain } : { name: companyName(domain), domain };
}
