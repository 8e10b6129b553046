import type { CellProps } from '../field-kit';
import { ReferenceLink } from '../reference-link';

export function PolymorphicLookupCell(props: CellProps) {
  return <ReferenceLink {...props} />;
}
