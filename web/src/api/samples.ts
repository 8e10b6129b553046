import type { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error';
import { request } from './client';
import { pipelinesQuery, stagesQuery } from './pipelines';
import { runBatch } from './records';
import { mark, sampleOperations, sampleTasks } from './sample-data';
import type { BatchOperation, RecordPage } from './types';

/** The objects that sample data are of, those first that hang on the others. */
export const sampleObjects = ['task', 'opportunity', 'contact', 'account'];

const filter = JSON.stringify({ field: 'external_id', op: 'starts_with', value: mark });
const sampleIds = async (object: string) => (await request<RecordPage>(`/records/${object}`, { query: { fields: 'id,external_id', filter, limit: 500 } })).records;

/** Runs all of it, or says what was refused first. */
async function run(operations: BatchOperation[]): Promise<void> {
  const { results } = (await runBatch(operations)).answer;
  const refused = results.find((result) => result.error);
  if (refused?.error) throw new ApiError(refused.error);
}

/** Adds a made-up company's customers to try things with, around `today`. */
export async function addSamples(queries: QueryClient, today: string, currency: string): Promise<void> {
  const [pipelines, stages] = [pipelinesQuery.select(await queries.fetchQuery(pipelinesQuery)), stagesQuery.select(await queries.fetchQuery(stagesQuery))];
  const pipeline = pipelines.find((each) => each.isDefault) ?? pipelines[0];
  const open = stages.filter((stage) => stage.pipelineId === pipeline?.id && stage.type === 'open').map((stage) => stage.id);
  for (const group of sampleOperations(today, currency, open)) await run(group);
  const deals = new Map((await sampleIds('opportunity')).map((record) => [String(record.external_id), record.id]));
  await run(sampleTasks(today, deals));
}

/** Takes all of it away again. */
export async function removeSamples(): Promise<void> {
  for (const object of sampleObjects) {
    const operations = (await sampleIds(object)).map((record): BatchOperation => ({ operation: 'delete', object, id: record.id }));
    if (operations.length > 0) await run(operations);
  }
}
