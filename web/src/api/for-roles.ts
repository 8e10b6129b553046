import type { LayoutKind, Metadata, ObjectInfo, RoleLayout } from './types';

/** The layouts of an object that are for some roles. */
export function roleLayouts(object: ObjectInfo): (RoleLayout & { name: string })[] {
  return Object.entries(object.layouts).flatMap(([name, layout]) => (layout && 'roles' in layout ? [{ ...layout, name }] : []));
}

/** What the nearest of these roles has; they go from one's own upwards. */
function nearest<Found>(roles: readonly string[], find: (role: string) => Found | undefined): Found | undefined {
  for (const role of roles) {
    const found = find(role);
    if (found !== undefined) return found;
  }
  return undefined;
}

const kinds: LayoutKind[] = ['detail', 'card', 'create'];

function objectFor(object: ObjectInfo, roles: readonly string[]): ObjectInfo {
  const laid = roleLayouts(object);
  const layouts = kinds.flatMap((kind) => {
    const layout = nearest(roles, (role) => laid.find((each) => each.kind === kind && each.roles.includes(role)));
    return layout ? [[kind, layout] as const] : [];
  });
  const first = nearest(roles, (role) => object.list_views.find((view) => view.name === object.role_views?.[role]));
  // An object that has nothing for these roles stays the one that it was: look-ups are kept by it.
  if (layouts.length === 0 && !first) return object;
  return {
    ...object,
    layouts: { ...object.layouts, ...Object.fromEntries(layouts) },
    list_views: first ? [first, ...object.list_views.filter((view) => view !== first)] : object.list_views,
  };
}

/** The metadata as it is laid out for somebody with these roles: their own, then those above it. */
export function forRoles<Known extends Pick<Metadata, 'version' | 'objects'>>({ version, objects }: Known, roles: readonly string[] = []): Metadata {
  return { version, objects: objects.map((object) => objectFor(object, roles)) };
}
