import { shortListQuery } from './records';
import { pipelinesRequest, stagesRequest } from './stage-requests';
import type { RecordData } from './types';

/** A way in which deals are won. */
export interface Pipeline {
  id: string;
  name: string;
  isDefault: boolean;
}

export interface Stage {
  id: string;
  pipelineId: string;
  name: string;
  /** Percent. */
  probability: number;
  type: 'open' | 'won' | 'lost';
  /** Days after which a deal has stood here too long; null for never. */
  rottingDays: number | null;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const number = (value: unknown) => (typeof value === 'number' ? value : 0);

export const pipelinesQuery = {
  ...shortListQuery(pipelinesRequest),
  staleTime: 60_000,
  select: (records: RecordData[]): Pipeline[] => records.map((record) => ({ id: record.id, name: text(record.name), isDefault: record.is_default === true })),
};

export const stagesQuery = {
  ...shortListQuery(stagesRequest),
  staleTime: 60_000,
  select: (records: RecordData[]): Stage[] =>
    records.map((record) => ({
      id: record.id,
      pipelineId: text(record.pipeline_id),
      name: text(record.name),
      probability: number(record.probability),
      type: record.type === 'won' || record.type === 'lost' ? record.type : 'open',
      rottingDays: typeof record.rotting_days === 'number' ? record.rotting_days : null,
    })),
};
