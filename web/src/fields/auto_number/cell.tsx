import type { CellProps } from '../field-kit';

export function AutoNumberCell({ value }: CellProps) {
  return <bdi>{String(value)}</bdi>;
}
