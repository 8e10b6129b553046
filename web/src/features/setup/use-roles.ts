import { useQuery } from '@tanstack/react-query';
import { shortListQuery } from '@/api/records';

/** All roles by name; undefined until they have come. */
export function useRoles(): { id: string; name: string }[] | undefined {
  const { data } = useQuery(shortListQuery({ object: 'role', fields: ['id', 'name'], sort: 'name', limit: 2000 }));
  return data?.map(({ id, name }) => ({ id, name: String(name) }));
}
