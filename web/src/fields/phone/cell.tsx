import type { CellProps } from '../field-kit';
import { PhoneLink } from './phone-link';

export function PhoneCell({ value }: CellProps) {
  return <PhoneLink stored={String(value)} />;
}
