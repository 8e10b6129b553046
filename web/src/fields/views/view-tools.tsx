import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '@/api/catalogue';
import type { ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { late } from '@/lib/late';
import { Button } from '@/ui/button/button';
import { useViewActions } from './use-view-actions';
import { ViewMenu } from './view-menu';
import { viewRights } from './view-rights';
import { unchanged, type ViewState } from './view-state';

const ViewDialog = late(async () => (await import('./view-dialog')).ViewDialog);

/** What was changed of a view is kept, saved as another, or dropped; and its menu. */
export function ViewTools({ object, view }: { object: ObjectInfo; view: ViewState }) {
  const t = useText();
  const me = useMe();
  const navigate = useNavigate();
  const actions = useViewActions(object);
  const [saving, setSaving] = useState(false);
  return (
    <>
      {view.changed && (
        <Button small kind="quiet" onClick={() => void navigate({ to: '.', search: (before) => ({ ...before, ...unchanged }) })}>
          {t('list.reset')}
        </Button>
      )}
      {view.changed && viewRights(view.saved, me).change && (
        <Button small onClick={() => actions.attempt(actions.save(view.shown))}>
          {t('common.save')}
        </Button>
      )}
      {view.changed && (
        <Button small onClick={() => setSaving(true)}>
          {t('list.save_as')}
        </Button>
      )}
      <ViewMenu object={object} view={view} />
      {saving && <ViewDialog title={t('list.save_as')} label="" audience="private" onSave={(label, audience) => actions.create(view.another, label, audience)} onClose={() => setSaving(false)} />}
    </>
  );
}
