import { useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useCatalogue, usePersonal } from '@/api/catalogue';
import { nameOf, saidName } from '@/api/columns';
import { allOf } from '@/api/filter';
import { useRecordNames } from '@/api/record-names';
import { shortListQuery } from '@/api/records';
import { searchQuery } from '@/api/search';
import type { Field, Filter, ObjectInfo, RecordData } from '@/api/types';

export interface ReferenceOption {
  id: string;
  name: string;
  detail?: string;
  object: ObjectInfo | undefined;
}

/**
 * What a settings record must share with the record that refers to it: a stage is one of the record's own pipeline.
 *
 * The rule is general: where the target has a parent that the record names too, both must name the same.
 */
function sharedParent(target: ObjectInfo, record: RecordData): Filter | null {
  const parent = target.fields.find((field) => field.type === 'master_detail');
  const value = parent && record[parent.name];
  return parent && typeof value === 'string' ? { field: parent.name, op: '=', value } : null;
}

/** A queue owns records, and that is all it does: where a person is meant, it is not offered. */
function peopleOnly(field: Field, target: ObjectInfo): Filter | null {
  return target.name === 'user' && field.name !== 'owner_id' ? { field: 'kind', op: '!=', value: 'queue' } : null;
}

/** Those of the options that the text is a part of. */
export function stillFitting(options: readonly ReferenceOption[], text: string): ReferenceOption[] {
  const part = text.trim().toLocaleLowerCase();
  return options.filter((option) => saidName(option.object, option.name).toLocaleLowerCase().includes(part));
}

const mostOptions = 8;
const mostRecent = 4;

/** What the person opened last of what the reference may point to; nothing of what is chosen among few. */
function useRecentOptions(targets: readonly string[], wanted: boolean): ReferenceOption[] {
  const catalogue = useCatalogue();
  const { recent } = usePersonal();
  const fits = (object: ObjectInfo | undefined) => object !== undefined && !object.hidden && !object.administrative && targets.includes(object.name);
  return useRecordNames(wanted ? recent.filter((id) => fits(catalogue.objectOfId(id))).slice(0, mostRecent) : []);
}

/** Records that a reference may point to: what the person opened last and the latest ones, or those that are found by `text`. */
export function useReferenceOptions(field: Field, record: RecordData, text: string, open: boolean) {
  const catalogue = useCatalogue();
  const [wanted] = useDebouncedValue(text.trim(), 150);
  const targets = field.targets?.length ? field.targets : catalogue.objects.filter((object) => !object.hidden && !object.administrative).map((object) => object.name);
  const target = catalogue.find(targets.length === 1 ? targets[0] : 'account');
  // Settings are few and are not in the search index.
  const listed = targets.length === 1 && target !== undefined && (wanted === '' || target.hidden || target.administrative);

  // What is called otherwise in the person's language is found by what it is called there: here, not by the server.
  const said = listed && target.names_in_words !== undefined;
  const filter = target ? allOf([sharedParent(target, record), peopleOnly(field, target), wanted && !said ? { field: target.name_field, op: 'contains', value: wanted } : null]) : null;

  const { data, isFetching, isPlaceholderData } = useQuery({
    queryKey: ['options', targets, wanted, filter] as const,
    queryFn: async ({ client }): Promise<ReferenceOption[]> => {
      if (listed) {
        const sort = target.fields.some((each) => each.name === 'sequence') ? 'sequence' : target.hidden ? target.name_field : '-updated_at';
        const records = await client.fetchQuery(shortListQuery({ object: target.name, fields: ['id', target.name_field], filter, sort, limit: said ? 200 : mostOptions }));
        return records.map((each) => ({ id: each.id, name: nameOf(each, target), object: target }));
      }
      const groups = await client.fetchQuery(searchQuery(wanted, targets, mostOptions));
      return groups.flatMap((group) => group.records.map((each) => ({ ...each, object: catalogue.find(group.object) })));
    },
    enabled: open && (listed || wanted !== ''),
    staleTime: 0,
    placeholderData: (before) => before,
  });
  // While the answer is on its way, what still fits stays where it is: it must not vanish under a finger.
  const searching = isFetching || text.trim() !== wanted;
  const found = said || searching || isPlaceholderData ? stillFitting(data ?? [], text) : (data ?? []);
  const recent = useRecentOptions(targets, open && text.trim() === '' && filter === null);
  const options = [...recent, ...found.filter((option) => !recent.some(({ id }) => id === option.id))].slice(0, said ? undefined : mostOptions);
  return { options, target, searching, wanted };
}
