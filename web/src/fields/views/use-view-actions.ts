import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { reasonOf } from '@/api/api-error';
import { deleteListView, metadataQuery, saveListView } from '@/api/metadata';
import { createPersonalView, deletePersonalView, orderListViews, personalQuery, showPersonal, updatePersonalView } from '@/api/personal';
import type { ListView, ObjectInfo } from '@/api/types';
import { useLabel } from '@/i18n/labels';
import { useText } from '@/i18n/use-text';
import type { Translations } from '@/lib/translations';
import { useToast } from '@/ui/toast/use-toast';
import { viewName } from './view-name';
import { unchanged } from './view-state';

/** Who sees a view: only its owner, the members of a team (its id), or everybody. */
export type Audience = 'private' | 'public' | (string & {});

export const audienceOf = (view: ListView): Audience => (view.owner_id === undefined ? 'public' : (view.team_id ?? 'private'));

const contentOf = ({ kind, columns, filter, sort, group_by }: ListView) => ({ kind, columns, filter, sort: sort ?? '', ...(group_by ? { group_by } : {}) });

/** What can be done with the saved views of an object. */
export function useViewActions(object: ObjectInfo) {
  const t = useText();
  const named = useLabel();
  const toast = useToast();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const refresh = () => Promise.all([queries.invalidateQueries(metadataQuery), queries.invalidateQueries(personalQuery)]);
  const go = (view: string | undefined) => void navigate({ to: '.', search: (before) => ({ ...before, ...unchanged, view }) });

  /** Makes a view and shows it; answers its name. */
  async function create(view: ListView, label: string, audience: Audience): Promise<void> {
    let name = viewName(label, object.list_views);
    if (audience === 'public') await saveListView(object.name, { name, label, ...(label === view.label && view.translations ? { translations: view.translations } : {}), ...contentOf(view) });
    else ({ name } = await createPersonalView(object.name, { label, team_id: audience === 'private' ? null : audience, ...contentOf(view) }));
    await refresh();
    go(name);
  }
  async function save(view: ListView): Promise<void> {
    if (view.owner_id === undefined) await saveListView(object.name, view);
    else await updatePersonalView(view.name, contentOf(view));
    await refresh();
    go(view.name);
  }
  /** Gives a view another name, and shows it to others. What is public stays so. */
  async function describe(view: ListView, label: string, audience: Audience, translations?: Translations): Promise<void> {
    if (view.owner_id === undefined) await saveListView(object.name, { ...view, label, ...(translations ? { translations } : {}) });
    else if (audience === 'public') {
      await create(view, label, audience);
      await deletePersonalView(view.name);
    } else await updatePersonalView(view.name, { label, team_id: audience === 'private' ? null : audience });
    await refresh();
  }
  async function lock(view: ListView, locked: boolean): Promise<void> {
    if (view.owner_id === undefined) await saveListView(object.name, { ...view, locked });
    else await updatePersonalView(view.name, { locked });
    await refresh();
  }
  async function remove(view: ListView): Promise<void> {
    await (view.owner_id === undefined ? deleteListView(object.name, view.name) : deletePersonalView(view.name));
    await refresh();
    go(undefined);
    toast({ text: t('list.view_deleted', { view: named(view) }), undo: () => create(view, view.label, audienceOf(view)) });
  }
  /** Puts a view at another place of the person's own order. */
  async function move(view: ListView, to: number): Promise<void> {
    const names = object.list_views.filter((each) => each.name !== view.name).map((each) => each.name);
    const order = names.toSpliced(to, 0, view.name);
    showPersonal(queries, (before) => ({ list_view_orders: { ...before.list_view_orders, [object.name]: order } }));
    await orderListViews(object.name, order);
  }
  /** Runs one of these from a menu: what goes wrong is said in a note. */
  const attempt = (act: Promise<void>) =>
    void act.catch((error: unknown) => {
      toast({ text: t('list.view_not_saved', { reason: reasonOf(error) }), failed: true });
      void refresh();
    });
  return { create, save, describe, lock, remove, move, attempt };
}
