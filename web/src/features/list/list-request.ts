import type { Catalogue } from '@/api/catalogue';
import { columnsOf, fieldsToAsk } from '@/api/columns';
import { allOf } from '@/api/filter';
import type { ListRequest } from '@/api/list-request';
import type { Json, ObjectInfo } from '@/api/types';
import { finishedFilter } from '@/fields/filter/filter-model';
import { groupedSort, groupShown, withoutFolded } from './list-groups';
import { type ListSearch, shownView } from './list-view';

const pageSize = 100;

/** What a list asks the server for when the address says that; records of folded groups are left out. */
export function listRequest(object: ObjectInfo, search: ListSearch, catalogue: Catalogue, folded: readonly Json[]): ListRequest {
  const view = shownView(object, search, catalogue, '');
  const columns = columnsOf(view.columns, object, catalogue);
  const group = groupShown(search, object, catalogue);
  return {
    object: object.name,
    fields: fieldsToAsk(group ? [...columns, group] : columns, object),
    filter: allOf([finishedFilter(view.filter), ...(group ? withoutFolded(group, folded) : [])]),
    sort: groupedSort(group, view.sort),
    limit: pageSize,
  };
}
