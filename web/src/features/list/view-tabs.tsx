import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { useMe } from '@/api/catalogue';
import { deleteListView, metadataQuery, saveListView } from '@/api/metadata';
import type { ListView, ObjectInfo } from '@/api/types';
import { finishedFilter } from '@/fields/filter/filter-model';
import { useLabel } from '@/i18n/labels';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { IconButton } from '@/ui/button/icon-button';
import { toggleFavourite, usePreferences } from '@/lib/preferences';
import { Menu, type MenuItem } from '@/ui/menu/menu';
import { Tabs } from '@/ui/tabs/tabs';
import { useToast } from '@/ui/toast/use-toast';
import { type ShownView, viewName } from './list-view';
import { SaveViewDialog } from './save-view-dialog';

/** The saved views of the object; administrators keep what was changed, for everybody. */
export function ViewTabs({ object, view }: { object: ObjectInfo; view: ShownView }) {
  const t = useText();
  const named = useLabel();
  const me = useMe();
  const toast = useToast();
  const queries = useQueryClient();
  const navigate = useNavigate({ from: '/o/$object' });
  const { favourites } = usePreferences();
  const [naming, setNaming] = useState(false);
  const views = object.list_views.length > 0 ? object.list_views : [view.saved];
  const failed = (error: unknown) => toast({ text: t('list.view_not_saved', { reason: reasonOf(error) }), failed: true });
  const reset = { filter: undefined, sort: undefined, columns: undefined };

  const save = useMutation({
    mutationFn: (label: string | undefined) => saveListView(object.name, viewToSave(view, label)),
    onSuccess: async (_, label) => {
      await queries.invalidateQueries(metadataQuery);
      setNaming(false);
      void navigate({ search: (before) => ({ ...before, ...reset, view: viewToSave(view, label).name }) });
    },
  });
  const remove = useMutation({
    mutationFn: () => deleteListView(object.name, view.saved.name),
    onSuccess: async () => {
      await queries.invalidateQueries(metadataQuery);
      void navigate({ search: {} });
      toast({ text: t('list.view_deleted', { view: named(view.saved.label) }), undo: () => saveListView(object.name, view.saved).then(() => queries.invalidateQueries(metadataQuery)) });
    },
    onError: failed,
  });
  function open(name: string) {
    const chosen = views.find((each) => each.name === name);
    if (chosen?.kind === 'board') void navigate({ to: '/o/$object/board', params: { object: object.name }, search: { view: name } });
    else void navigate({ search: (before) => ({ ...before, ...reset, view: name || undefined }) });
  }
  const place = `view/${object.name}/${view.saved.name}`;
  const ownViews: MenuItem[] = [
    { id: 'save-as', label: t('list.save_as'), icon: 'plus', run: () => setNaming(true) },
    { id: 'delete', label: t('list.delete_view'), icon: 'trash', danger: true, disabled: !view.saved.name, run: () => remove.mutate() },
  ];
  return (
    <>
      <Tabs
        label={t('list.views')}
        selected={view.saved.name}
        tabs={views.map((each) => ({ id: each.name, label: named(each.label), changed: view.changed && each.name === view.saved.name ? t('list.view_changed') : undefined }))}
        onSelect={open}
      >
        {view.changed && (
          <Button small kind="quiet" onClick={() => void navigate({ search: (before) => ({ ...before, ...reset }) })}>
            {t('list.reset')}
          </Button>
        )}
        {me.administrator && view.changed && view.saved.name && (
          <Button small busy={save.isPending && !naming} onClick={() => save.mutate(undefined, { onError: failed })}>
            {t('common.save')}
          </Button>
        )}
        {(me.administrator || view.saved.name) && (
          <Menu
            target={<IconButton icon="dots" small label={t('list.view_menu')} />}
            sections={[
              {
                items: [
                  ...(view.saved.name ? [{ id: 'star', label: t(favourites.includes(place) ? 'frame.favourite_remove' : 'frame.favourite_add'), icon: 'star' as const, run: () => toggleFavourite(place) }] : []),
                  ...(me.administrator ? ownViews : []),
                ],
              },
            ]}
          />
        )}
      </Tabs>
      {naming && <SaveViewDialog busy={save.isPending} error={save.error ? reasonOf(save.error) : undefined} onSave={(label) => save.mutate(label)} onClose={() => setNaming(false)} />}
    </>
  );
}

function viewToSave(view: ShownView, label: string | undefined): ListView {
  const name = label === undefined ? view.saved.name : viewName(label);
  return { ...view.saved, name, label: label ?? view.saved.label, kind: 'table', columns: view.columns, filter: finishedFilter(view.filter), sort: view.sort };
}
