import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useCatalogue, usePersonal } from '@/api/catalogue';
import { saidName } from '@/api/columns';
import { type Pipeline, pipelinesQuery, stagesQuery } from '@/api/pipelines';
import type { Field, ListView, ObjectInfo } from '@/api/types';
import { stageTint } from '@/lib/stage-tint';
import type { BoardColumn } from './board-model';
import { boardGroup, isByStage, pipelineShown } from './board-request';

export interface BoardColumns {
  /** The field whose value says in which column a card is. */
  group: Field | undefined;
  /** Undefined while they are on their way. */
  columns: BoardColumn[] | undefined;
  pipelines: Pipeline[];
  pipeline: Pipeline | undefined;
  error: Error | null;
  retry: () => void;
}

/** The columns of a board: the stages of a pipeline, or the options of a list. */
export function useBoardColumns(object: ObjectInfo, view: ListView, wanted: string | undefined): BoardColumns {
  const group = boardGroup(object, view);
  const byStage = isByStage(group);
  const remembered = usePersonal().pipelines[object.name];
  const stageObject = useCatalogue().find('stage');
  const pipelines = useQuery({ ...pipelinesQuery, enabled: byStage });
  const stages = useQuery({ ...stagesQuery, enabled: byStage });
  const list = pipelines.data ?? [];
  const pipeline = pipelineShown(list, wanted, remembered);

  const columns = useMemo<BoardColumn[] | undefined>(() => {
    if (!byStage) {
      return (group?.options ?? [])
        .filter((option) => option.active)
        .map((option, index) => ({ id: option.value, name: option.label, tint: option.tint || stageTint(index), outcome: 'open', rottingDays: null }));
    }
    if (!stages.data || !pipelines.data) return undefined;
    return stages.data
      .filter((stage) => stage.pipelineId === pipeline?.id)
      .map((stage, index) => ({ id: stage.id, name: saidName(stageObject, stage.name), tint: stageTint(index), probability: stage.probability, outcome: stage.type, rottingDays: stage.rottingDays }));
  }, [byStage, group, stages.data, pipelines.data, pipeline?.id, stageObject]);
  return {
    group,
    columns,
    pipelines: list,
    pipeline,
    error: stages.error ?? pipelines.error,
    retry: () => void Promise.all([stages.refetch(), pipelines.refetch()]),
  };
}
