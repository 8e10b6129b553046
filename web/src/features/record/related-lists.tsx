import { allowed, useCatalogue, useMe } from '@/api/catalogue';
import type { ObjectInfo, RecordData } from '@/api/types';
import { activityObjects } from './activities';
import { FilePanel } from './files/file-panel';
import type { Uploads } from './files/use-uploads';
import { RelatedList } from './related-list';

/** The lists of records that refer to this one, in the layout's order. What happens with it is on the timeline instead. */
export function RelatedLists({ object, record, uploads }: { object: ObjectInfo; record: RecordData; uploads: Uploads }) {
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
    if (target?.name === 'file') return <FilePanel key={child.name} object={target} parent={record.id} uploads={uploads} />;
    return target && <RelatedList key={child.name} child={child} target={target} parent={object} record={record} />;
  });
}
