import type { Personal } from './personal';
import type { ListView, Metadata, ObjectInfo } from './types';

/** Those that the person has put in order first; behind them the others as they come. */
function inOrder(views: ListView[], names: string[]): ListView[] {
  const place = (view: ListView) => {
    const at = names.indexOf(view.name);
    return at < 0 ? names.length : at;
  };
  return views.toSorted((one, other) => place(one) - place(other));
}

/** The metadata with the list views that a person sees beside the public ones, in the person's order. */
export function withPersonalViews<Known extends Pick<Metadata, 'version' | 'objects'>>({ version, objects }: Known, views: Personal['list_views'], orders: Personal['list_view_orders']): Metadata {
  const added = (object: ObjectInfo): ObjectInfo => {
    const own = views.filter((view) => view.object === object.name);
    const order = orders[object.name];
    // An object that nothing was arranged of stays the one that it was: look-ups are kept by it.
    return own.length === 0 && !order ? object : { ...object, list_views: inOrder([...object.list_views, ...own], order ?? []) };
  };
  return { version, objects: objects.map(added) };
}
