import { Tag } from '@/ui/tag/tag';
import type { CellProps } from '../field-kit';

/** The option's label; a tag when the option has a tint. */
export function PicklistCell({ value, field }: CellProps) {
  const option = field.options?.find((each) => each.value === value);
  const label = option?.label ?? String(value);
  return option?.tint ? <Tag tint={option.tint}>{label}</Tag> : <bdi>{label}</bdi>;
}
