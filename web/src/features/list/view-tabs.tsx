import { useNavigate } from '@tanstack/react-router';
import { useMe } from '@/api/catalogue';
import type { ListView, ObjectInfo } from '@/api/types';
import { useLabel } from '@/i18n/labels';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { type Tab, Tabs } from '@/ui/tabs/tabs';
import type { ShownView } from './list-view';
import { unchanged, useViewActions, viewShown } from './use-view-actions';
import { ViewMenu } from './view-menu';
import { viewRights } from './view-rights';

/** The saved views of the object that the person sees; what was changed is kept, saved as another, or dropped. */
export function ViewTabs({ object, view }: { object: ObjectInfo; view: ShownView }) {
  const t = useText();
  const named = useLabel();
  const me = useMe();
  const navigate = useNavigate({ from: '/o/$object' });
  const actions = useViewActions(object);
  const views = object.list_views.length > 0 ? object.list_views : [view.saved];

  function open(name: string) {
    const chosen = views.find((each) => each.name === name);
    if (chosen?.kind === 'board') void navigate({ to: '/o/$object/board', params: { object: object.name }, search: { view: name } });
    else void navigate({ search: (before) => ({ ...before, ...unchanged, view: name || undefined }) });
  }
  const mark = (each: ListView): Tab['mark'] => {
    if (each.locked) return { icon: 'lock', label: t('list.view_is_locked') };
    if (each.owner_id === undefined) return undefined;
    return each.team_id ? { icon: 'users-group', label: t('list.view_is_of_team') } : { icon: 'user-circle', label: t('list.view_is_private') };
  };
  return (
    <Tabs
      label={t('list.views')}
      selected={view.saved.name}
      tabs={views.map((each) => ({
        id: each.name,
        label: each.owner_id === undefined ? named(each) : each.label,
        mark: mark(each),
        changed: view.changed && each.name === view.saved.name ? t('list.view_changed') : undefined,
      }))}
      onSelect={open}
    >
      {view.changed && (
        <Button small kind="quiet" onClick={() => void navigate({ search: (before) => ({ ...before, ...unchanged }) })}>
          {t('list.reset')}
        </Button>
      )}
      {view.changed && viewRights(view.saved, me).change && (
        <Button small onClick={() => actions.attempt(actions.save(viewShown(view)))}>
          {t('common.save')}
        </Button>
      )}
      <ViewMenu object={object} view={view} />
    </Tabs>
  );
}
