import type { CellProps } from '../field-kit';
import { ReferenceLink } from '../reference-link';

export function LookupCell(props: CellProps) {
  return <ReferenceLink {...props} />;
}
