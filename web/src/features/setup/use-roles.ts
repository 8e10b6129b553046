import { useQuery } from '@tanstack/react-query';
import { shortListQuery } from '@/api/records';
import type { RecordData } from '@/api/types';

const named = (roles: RecordData[]) => roles.map(({ id, name }) => ({ id, name: String(name) }));

/** All roles by name. */
export const useRoles = () => useQuery({ ...shortListQuery({ object: 'role', fields: ['id', 'name'], sort: 'name', limit: 2000 }), select: named });
