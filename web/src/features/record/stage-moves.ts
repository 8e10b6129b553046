import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fieldOf, useCatalogue } from '@/api/catalogue';
import { saidName } from '@/api/columns';
import { stagesQuery } from '@/api/pipelines';
import { historyQuery } from '@/api/records';
import type { HistoryEntry, ObjectInfo, RecordData } from '@/api/types';
import { useRegion } from '@/i18n/region';
import { entryOf, type TimelineEntry, type TimelineStream } from './timeline-model';
import type { TimelineRange } from './use-timeline';

/** The moves from stage to stage that a history tells, as entries of the timeline; the stage that a record began in is none. */
export function movesOf(history: readonly HistoryEntry[], stage: ObjectInfo, nameOf: (id: string) => string, timeZone: string): TimelineEntry[] {
  return history.flatMap(({ id, changed_at, changed_by, changes }) => {
    const { from, to } = changes.stage_id ?? {};
    if (typeof from !== 'string' || typeof to !== 'string') return [];
    const record: RecordData = { id: `move-${id}`, created_at: changed_at, owner_id: changed_by.id, owner: { name: changed_by.name }, from: nameOf(from), to: nameOf(to) };
    return [entryOf(stage, record, new Date(changed_at), timeZone)];
  });
}

const isIn = ({ record, day }: TimelineEntry, { person, from, until }: TimelineRange) => (!person || record.owner_id === person) && (!from || day >= from) && (!until || day <= until);

/** How the record went from stage to stage; none where records have no stages. */
export function useStageMoves(object: ObjectInfo, record: RecordData, range: TimelineRange): TimelineStream[] {
  const { timeZone } = useRegion();
  const stage = useCatalogue().find('stage');
  const enabled = fieldOf(object, 'stage_id') !== undefined;
  const { data: stages } = useQuery({ ...stagesQuery, enabled });
  const { data } = useQuery({ ...historyQuery(object.name, record.id), enabled });
  const moves = useMemo(() => {
    const names = new Map((stages ?? []).map(({ id, name }) => [id, saidName(stage, name)]));
    return stage && stages && data ? movesOf(data.history, stage, (id) => names.get(id) ?? id, timeZone) : [];
  }, [stage, stages, data, timeZone]);
  return stage && moves.length > 0 ? [{ activity: stage, entries: moves.filter((move) => isIn(move, range)), more: false }] : [];
}
