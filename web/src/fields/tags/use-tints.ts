import { useQuery } from '@tanstack/react-query';
import { allowed, useMe } from '@/api/catalogue';
import { tintsQuery } from '@/api/tags';

/** The colour that an administrator has given a tag, if any. */
export function useTints(): (tag: string) => string | undefined {
  const me = useMe();
  const { data } = useQuery({ ...tintsQuery, enabled: allowed(me, 'tag', 'read') });
  return (tag) => data?.get(tag.toLowerCase());
}
