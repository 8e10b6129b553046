import { useQuery } from '@tanstack/react-query';
import { useFirstAnswers } from '@/lib/first-answers';
import { allowed, useCatalogue, useMe } from './catalogue';
import { request } from './client';
import { pictureFieldOf, pictureOf, pictureUrl } from './pictures';
import { recordQuery } from './records';
import type { Me } from './types';

/** Where the photo of a user is; undefined for nobody, and for whoever has none. */
export function usePhoto(user: string | null): string | undefined {
  const users = useCatalogue().find('user');
  const field = pictureFieldOf(users);
  const { data } = useQuery({ ...recordQuery('user', user ?? '', ['id', field?.name ?? 'id']), enabled: field !== undefined && user !== null });
  return pictureUrl(data && pictureOf(data, users));
}

/** Where the photo of the person is who is logged in. */
export function useOwnPhoto(): string | undefined {
  const { user } = useMe();
  return usePhoto(useFirstAnswers() ? user.id : null);
}

/** Whether somebody who may not change users looks at themselves: their photo is theirs to set. */
export const setsOwnPhoto = (me: Me, record: string) => record === me.user.id && !allowed(me, 'user', 'update') && !me.objects.user?.closed_actions?.includes('set_photo');

/** Sets the photo of a user to a file that they have brought in, or takes it off. */
export const setPhoto = (user: string, file: string | null) => request(`/records/user/${user}/actions/set_photo`, { method: 'POST', body: { file_id: file } });
