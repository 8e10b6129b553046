import { useMutation, useQueryClient } from '@tanstack/react-query';
import { usePersonal } from './catalogue';
import { request } from './client';
import { personalQuery, showPersonal } from './personal';

interface Change {
  place: string;
  /** Where it stands then; undefined: it is none any more. */
  position: number | undefined;
}

const without = (places: string[], place: string) => places.filter((each) => each !== place);

/** What has a star, and how that changes: shown at once, and as the server has it when that could not be kept. */
export function useFavourites() {
  const queries = useQueryClient();
  const { favourites } = usePersonal();
  const { mutate } = useMutation({
    mutationFn: ({ place, position }: Change) =>
      position === undefined ? request('/personal/favourites', { method: 'DELETE', query: { place } }) : request('/personal/favourites', { method: 'POST', body: { place, position } }),
    onMutate: async ({ place, position }) => {
      await queries.cancelQueries(personalQuery);
      showPersonal(queries, (before) => ({ favourites: position === undefined ? without(before.favourites, place) : without(before.favourites, place).toSpliced(position, 0, place) }));
    },
    onError: () => queries.invalidateQueries(personalQuery),
  });
  return {
    favourites,
    /** Puts a star on a place, or takes it away. */
    toggle: (place: string) => mutate({ place, position: favourites.includes(place) ? undefined : favourites.length }),
    /** Moves a favourite by so many places. */
    move: (place: string, by: number) => mutate({ place, position: Math.max(0, favourites.indexOf(place) + by) }),
  };
}
