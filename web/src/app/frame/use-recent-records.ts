import { useRouterState } from '@tanstack/react-router';
import { usePersonal } from '@/api/catalogue';
import { type NamedRecord, useRecordNames } from '@/api/record-names';
import { useFirstAnswers } from '@/lib/first-answers';

const most = 4;

/** The records that were opened last, besides the one that is shown and those with a star. */
export function useRecentRecords(): NamedRecord[] {
  const { recent, favourites } = usePersonal();
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname ?? '' });
  const first = useFirstAnswers();
  return useRecordNames(first ? recent.filter((id) => !pathname.endsWith(`/${id}`) && !favourites.includes(`record/${id}`)).slice(0, most) : []);
}
