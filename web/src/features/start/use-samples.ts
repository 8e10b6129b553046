import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMe } from '@/api/catalogue';
import { request } from '@/api/client';
import { pipelinesQuery, stagesQuery } from '@/api/pipelines';
import { recordsKey, runBatch } from '@/api/records';
import { soqlQuery } from '@/api/soql';
import type { BatchOperation, RecordPage } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { mark, sampleOperations, sampleTasks } from './sample-data';

const objects = ['task', 'opportunity', 'contact', 'account'];
const filter = JSON.stringify({ field: 'external_id', op: 'starts_with', value: mark });
const sampleIds = async (object: string) => (await request<RecordPage>(`/records/${object}`, { query: { fields: 'id,external_id', filter, limit: 500 } })).records;

/** Runs all of it, or says what was refused first. */
async function run(operations: BatchOperation[]): Promise<void> {
  const { results } = (await runBatch(operations)).answer;
  const refused = results.find((result) => result.error);
  if (refused?.error) throw new Error(refused.error.problems?.[0]?.message ?? refused.error.detail);
}

/** A made-up company to try things with: whether it is there, how it comes, and how it goes. */
export function useSamples() {
  const me = useMe();
  const formats = useFormats();
  const queries = useQueryClient();
  const { data } = useQuery(soqlQuery('account', `SELECT COUNT(id) total FROM account WHERE external_id LIKE '${mark}%'`));
  const changed = () => Promise.all(objects.map((object) => queries.invalidateQueries({ queryKey: recordsKey(object) })));
  const add = useMutation({
    mutationFn: async () => {
      const [pipelines, stages] = [pipelinesQuery.select(await queries.fetchQuery(pipelinesQuery)), stagesQuery.select(await queries.fetchQuery(stagesQuery))];
      const pipeline = pipelines.find((each) => each.isDefault) ?? pipelines[0];
      const open = stages.filter((stage) => stage.pipelineId === pipeline?.id && stage.type === 'open').map((stage) => stage.id);
      for (const group of sampleOperations(formats.today, me.organization.currency_code, open)) await run(group);
      const deals = new Map((await sampleIds('opportunity')).map((record) => [String(record.external_id), record.id]));
      await run(sampleTasks(formats.today, deals));
    },
    onSettled: changed,
  });
  const remove = useMutation({
    mutationFn: async () => {
      for (const object of objects) {
        const operations = (await sampleIds(object)).map((record): BatchOperation => ({ operation: 'delete', object, id: record.id }));
        if (operations.length > 0) await run(operations);
      }
    },
    onSettled: changed,
  });
  return { there: Number(data?.[0]?.total ?? 0) > 0, known: data !== undefined, add, remove };
}
