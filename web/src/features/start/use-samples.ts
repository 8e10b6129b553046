import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMe } from '@/api/catalogue';
import { recordsKey } from '@/api/records';
import { mark } from '@/api/sample-data';
import { addSamples, removeSamples, sampleObjects } from '@/api/samples';
import { soqlQuery } from '@/api/soql';
import { useFormats } from '@/i18n/use-formats';

/** A made-up company to try things with: whether it is there, how it comes, and how it goes. */
export function useSamples() {
  const me = useMe();
  const formats = useFormats();
  const queries = useQueryClient();
  const { data } = useQuery(soqlQuery('account', `SELECT COUNT(id) total FROM account WHERE external_id LIKE '${mark}%'`));
  const onSettled = () => Promise.all(sampleObjects.map((object) => queries.invalidateQueries({ queryKey: recordsKey(object) })));
  const add = useMutation({ mutationFn: () => addSamples(queries, formats.today, me.organization.currency_code), onSettled });
  const remove = useMutation({ mutationFn: removeSamples, onSettled });
  return { there: Number(data?.[0]?.total ?? 0) > 0, known: data !== undefined, add, remove };
}
