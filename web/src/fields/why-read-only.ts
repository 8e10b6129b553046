import type { Field } from '@/api/types';
import type { MessageId } from '@/i18n/catalogues';

/** Why nobody, or not this person, types a value into the field. */
export function whyReadOnly(field: Field): MessageId {
  if (field.formula || field.type === 'formula' || field.type === 'roll_up') return 'field.why_computed';
  if (field.read_only || field.system || field.type === 'auto_number') return 'field.why_system';
  return 'field.why_rights';
}
