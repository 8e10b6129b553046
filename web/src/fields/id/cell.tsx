import type { CellProps } from '../field-kit';

export function IdCell({ value }: CellProps) {
  return <bdi>{String(value)}</bdi>;
}
