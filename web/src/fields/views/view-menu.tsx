import { useState } from 'react';
import { useMe } from '@/api/catalogue';
import { useFavourites } from '@/api/favourites';
import type { ObjectInfo } from '@/api/types';
import { useLabel } from '@/i18n/labels';
import { useText } from '@/i18n/use-text';
import { late } from '@/lib/late';
import { IconButton } from '@/ui/button/icon-button';
import { Menu, type MenuSection } from '@/ui/menu/menu';
import { audienceOf, useViewActions } from './use-view-actions';
import { viewRights } from './view-rights';
import type { ViewState } from './view-state';

const ViewDialog = late(async () => (await import('./view-dialog')).ViewDialog);

/** What is done with the view that is shown: a star, its place, its name and who sees it, a lock, an end. */
export function ViewMenu({ object, view }: { object: ObjectInfo; view: ViewState }) {
  const t = useText();
  const named = useLabel();
  const me = useMe();
  const { favourites, toggle } = useFavourites();
  const actions = useViewActions(object);
  const [dialog, setDialog] = useState<'new' | 'describe' | null>(null);
  const { saved } = view;
  const rights = viewRights(saved, me);
  const place = `view/${object.name}/${saved.name}`;
  const at = object.list_views.findIndex((each) => each.name === saved.name);
  const move = (to: number) => actions.attempt(actions.move(saved, to));
  const arrange: MenuSection = {
    items: [
      { id: 'star', label: t(favourites.includes(place) ? 'frame.favourite_remove' : 'frame.favourite_add'), icon: 'star', run: () => toggle(place) },
      { id: 'first', label: t('list.view_first'), icon: 'home', disabled: at === 0, run: () => move(0) },
      { id: 'back', label: t('list.view_back'), icon: 'chevron-left', disabled: at === 0, run: () => move(at - 1) },
      { id: 'forward', label: t('list.view_forward'), icon: 'chevron-right', disabled: at === object.list_views.length - 1, run: () => move(at + 1) },
    ],
  };
  const own: MenuSection = {
    items: [
      { id: 'describe', label: t('list.view_describe'), icon: 'pencil', disabled: rights.locked, run: () => setDialog('describe') },
      { id: 'lock', label: t(rights.locked ? 'list.view_unlock' : 'list.view_lock'), icon: rights.locked ? 'lock-open' : 'lock', run: () => actions.attempt(actions.lock(saved, !rights.locked)) },
      { id: 'delete', label: t('list.delete_view'), icon: 'trash', danger: true, disabled: !rights.remove, run: () => actions.attempt(actions.remove(saved)) },
    ],
  };
  const make: MenuSection = {
    items: [
      { id: 'save-as', label: t('list.save_as'), icon: 'plus', run: () => setDialog('new') },
      { id: 'duplicate', label: t('list.view_duplicate'), icon: 'copy', run: () => actions.attempt(actions.create(view.another, t('list.view_copy', { view: named(saved) }), 'private')) },
    ],
  };
  return (
    <>
      <Menu target={<IconButton icon="dots" small label={t('list.view_menu')} />} sections={() => [make, ...(saved.name ? [arrange] : []), ...(rights.own ? [own] : [])]} />
      {dialog === 'new' && <ViewDialog title={t('list.save_as')} label="" audience="private" onSave={(label, audience) => actions.create(view.another, label, audience)} onClose={() => setDialog(null)} />}
      {dialog === 'describe' && (
        <ViewDialog
          title={t('list.view_describe')}
          label={rights.isPublic ? saved.label : named(saved)}
          translations={saved.translations}
          audience={audienceOf(saved)}
          fixed={rights.isPublic}
          onSave={(label, audience, translations) => actions.describe(saved, label, audience, translations)}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}
