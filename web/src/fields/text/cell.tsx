import type { CellProps } from '../field-kit';

export function TextCell({ value }: CellProps) {
  return <bdi>{String(value)}</bdi>;
}
