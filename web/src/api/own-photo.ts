import { useQuery } from '@tanstack/react-query';
import { useCatalogue, useMe } from './catalogue';
import { pictureFieldOf, pictureOf, pictureUrl } from './pictures';
import { recordQuery } from './records';

/** Where the photo of the person is who is logged in. */
export function useOwnPhoto(): string | undefined {
  const me = useMe();
  const users = useCatalogue().find('user');
  const field = pictureFieldOf(users);
  const { data } = useQuery({ ...recordQuery('user', me.user.id, ['id', field?.name ?? 'id']), enabled: field !== undefined });
  return pictureUrl(data && pictureOf(data, users));
}
