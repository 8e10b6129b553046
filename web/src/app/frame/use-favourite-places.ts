import { useCatalogue } from '@/api/catalogue';
import { useFavourites } from '@/api/favourites';
import { type NamedRecord, useRecordNames } from '@/api/record-names';
import type { ListView, ObjectInfo } from '@/api/types';
import { useLabel } from '@/i18n/labels';
import { useFirstAnswers } from '@/lib/first-answers';

/** Something with a star that is there and may be seen: a record, or a view of an object. */
export type FavouritePlace = { place: string; label: string } & ({ record: NamedRecord } | { record?: undefined; object: ObjectInfo; view: ListView });

const recordOf = (place: string) => /^record\/(\w+)$/.exec(place)?.[1];

/** What has a star, in the person's own order. */
export function useFavouritePlaces(): FavouritePlace[] {
  const named = useLabel();
  const catalogue = useCatalogue();
  const { favourites } = useFavourites();
  const records = useRecordNames(useFirstAnswers() ? favourites.flatMap((place) => recordOf(place) ?? []) : []);
  return favourites.flatMap((place): FavouritePlace[] => {
    const record = records.find(({ id }) => id === recordOf(place));
    if (record) return [{ place, label: record.name, record }];
    const [, objectName, viewName] = /^view\/(\w+)\/(\w+)$/.exec(place) ?? [];
    const object = catalogue.find(objectName);
    const view = object?.list_views.find((each) => each.name === viewName);
    return object && view ? [{ place, label: named(view), object, view }] : [];
  });
}
