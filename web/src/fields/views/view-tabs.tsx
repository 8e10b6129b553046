import { useNavigate } from '@tanstack/react-router';
import type { ListView, ObjectInfo } from '@/api/types';
import { useLabel } from '@/i18n/labels';
import { useText } from '@/i18n/use-text';
import { late } from '@/lib/late';
import { IconButton } from '@/ui/button/icon-button';
import { type Tab, Tabs } from '@/ui/tabs/tabs';
import { unchanged, type ViewState } from './view-state';

interface ViewProps {
  object: ObjectInfo;
  view: ViewState;
}

/** Keeps the room of the menu until it comes. */
function ComingTools() {
  const t = useText();
  return <IconButton icon="dots" small label={t('list.view_menu')} disabled />;
}

const ViewTools = late<ViewProps>(async () => (await import('./view-tools')).ViewTools, ComingTools);

/** The saved views of the object that the person sees, and what is done with the one that is shown. */
export function ViewTabs({ object, view }: ViewProps) {
  const t = useText();
  const named = useLabel();
  const navigate = useNavigate();
  const views = view.saved.name ? object.list_views : [view.saved, ...object.list_views];

  function open(name: string) {
    const chosen = views.find((each) => each.name === name);
    const search = { view: name || undefined };
    if (chosen?.kind === 'board') void navigate({ to: '/o/$object/board', params: { object: object.name }, search });
    else if (view.saved.kind === 'board') void navigate({ to: '/o/$object', params: { object: object.name }, search });
    else void navigate({ to: '.', search: (before) => ({ ...before, ...unchanged, ...search }) });
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
      <ViewTools object={object} view={view} />
    </Tabs>
  );
}
