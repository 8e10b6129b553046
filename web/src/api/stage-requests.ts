import type { ListRequest } from './list-request';

export const pipelinesRequest: ListRequest = { object: 'pipeline', fields: ['id', 'name', 'is_default'], filter: { field: 'active', op: '=', value: true }, sort: 'sequence,name', limit: 200 };

/** The stages of all pipelines, in the order of each. */
export const stagesRequest: ListRequest = { object: 'stage', fields: ['id', 'name', 'pipeline_id', 'probability', 'type', 'rotting_days', 'sequence'], sort: 'pipeline_id,sequence', limit: 2000 };
