import type { CellProps } from '../field-kit';
import { ReferenceLink } from '../reference-link';

export function MasterDetailCell(props: CellProps) {
  return <ReferenceLink {...props} />;
}
