import { allowed, useCatalogue, useMe } from '@/api/catalogue';
import type { ObjectInfo, RecordData } from '@/api/types';
import { activityObjects } from './activities';
import { RelatedList } from './related-list';

/** The lists of records that refer to this one, in the layout's order. What happens with it is on the timeline instead. */
export function RelatedLists({ object, record }: { object: ObjectInfo; record: RecordData }) {
  const me = useMe();
  const catalogue = useCatalogue();
  const activities = new Set(activityObjects(catalogue).map((activity) => activity.name));
  const names = object.layouts.detail?.related ?? object.children.map((child) => child.name);
  const children = names
    .map((name) => object.children.find((child) => child.name === name))
    .filter((child) => child !== undefined)
    .filter((child) => !activities.has(child.object) && allowed(me, child.object, 'read'));
  return children.map((child) => {
    const target = catalogue.find(child.object);
    return target && <RelatedList key={child.name} child={child} target={target} parent={object} record={record} />;
  });
}
