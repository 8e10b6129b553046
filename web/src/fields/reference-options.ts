import { useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useCatalogue } from '@/api/catalogue';
import { nameOf } from '@/api/columns';
import { allOf } from '@/api/filter';
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

/** Records that a reference may point to: the latest ones, or those that are found by `text`. */
export function useReferenceOptions(field: Field, record: RecordData, text: string, open: boolean) {
  const catalogue = useCatalogue();
  const [wanted] = useDebouncedValue(text.trim(), 150);
  const targets = field.targets?.length ? field.targets : catalogue.objects.filter((object) => !object.hidden && !object.administrative).map((object) => object.name);
  const target = catalogue.find(targets.length === 1 ? targets[0] : 'account');
  // Settings are few and are not in the search index.
  const listed = targets.length === 1 && target !== undefined && (wanted === '' || target.hidden || target.administrative);

  const list = useQuery({
    ...shortListQuery({
      object: target?.name ?? '',
      fields: ['id', target?.name_field ?? 'name'],
      filter: target ? allOf([sharedParent(target, record), wanted ? { field: target.name_field, op: 'contains', value: wanted } : null]) : null,
      sort: target?.fields.some((each) => each.name === 'sequence') ? 'sequence' : target?.hidden ? target.name_field : '-updated_at',
      limit: 8,
    }),
    enabled: open && listed,
  });
  const found = useQuery({ ...searchQuery(wanted, targets, 8), enabled: open && !listed && wanted !== '' });

  const options: ReferenceOption[] = listed
    ? (list.data ?? []).map((each) => ({ id: each.id, name: target ? nameOf(each, target) : each.id, object: target }))
    : (found.data ?? []).flatMap((group) => group.records.map((each) => ({ ...each, object: catalogue.find(group.object) })));
  return { options, target, searching: listed ? list.isFetching : found.isFetching, wanted };
}
