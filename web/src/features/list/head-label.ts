import type { Column } from '@/api/columns';

/** What stands in the head of a column: a part of an address goes by its own name. */
export const headLabel = ({ field, label }: Column) => (field.component_of ? (label.split(': ').at(-1) ?? label) : label);
