import { isReference } from '@/api/catalogue';
import type { Field } from '@/api/types';
import type { FilterOperator } from '../field-kit';
import { kitOf } from '../field-kits';
import { presenceOperators } from '../operator-sets';

const compared = new Set(['picklist', 'multi_picklist', 'checkbox', 'integer', 'decimal', 'currency', 'percent', 'duration']);
const computed = new Set(['formula', 'address', 'geolocation']);

/** How a section may ask about a field: by what is seen while somebody types, whoever that is and on whichever day. The server refuses the rest. */
export function sectionOperators(field: Field): readonly FilterOperator[] {
  if (computed.has(field.type)) return [];
  const { operators } = kitOf(field);
  if (compared.has(field.type) || isReference(field)) return operators;
  return field.type === 'date' ? operators.filter((operator) => operator.takes !== 'period') : presenceOperators;
}
