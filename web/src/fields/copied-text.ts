import type { Field, Json } from '@/api/types';
import { entriesOf } from './labelled-entries';

const links = new Set(['email', 'phone', 'url', 'multi_email', 'multi_phone']);

/** What is taken along of a field whose value is a link; undefined for others. */
export function copiedText(field: Field, value: Json | undefined): string | undefined {
  if (!links.has(field.type) || !value) return undefined;
  return typeof value === 'string' ? value : entriesOf(value).map((entry) => entry.value).join(', ');
}
