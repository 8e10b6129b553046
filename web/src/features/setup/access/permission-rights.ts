import type { RecordData } from '@/api/types';

/** What a permission set says about an object, in the order of the matrix. */
export const rights = ['read', 'create', 'update', 'delete', 'view_all', 'modify_all'] as const;
export type Right = (typeof rights)[number];
export type RightValues = Record<Right, boolean>;

/** The name of each right in a record of object_permission. */
export const fieldOfRight = { read: 'can_read', create: 'can_create', update: 'can_update', delete: 'can_delete', view_all: 'view_all', modify_all: 'modify_all' } as const;

export const rightsIn = (record: RecordData | undefined): RightValues =>
  Object.fromEntries(rights.map((right) => [right, record?.[fieldOfRight[right]] === true])) as RightValues;

const needed: Partial<Record<Right, Right[]>> = { create: ['read'], update: ['read'], delete: ['read'], view_all: ['read'], modify_all: ['read', 'update', 'view_all'] };

/** The rights after one was switched: what it is worth nothing without comes along, what needs it goes with it. */
export function switched(values: RightValues, right: Right, on: boolean): RightValues {
  const next = { ...values, [right]: on };
  if (on) for (const other of needed[right] ?? []) next[other] = true;
  else for (const other of rights) if (needed[other]?.includes(right)) next[other] = false;
  return next;
}
