import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { roleLayouts } from '@/api/for-roles';
import { deleteLayout, metadataQuery, saveLayout } from '@/api/metadata';
import type { LayoutKind, ObjectInfo, RoleLayout } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { IconButton } from '@/ui/button/icon-button';
import { Select } from '@/ui/input/select';
import { Segmented } from '@/ui/segmented/segmented';
import { useToast } from '@/ui/toast/use-toast';
import { LayoutEditor } from './layout-editor';
import { RoleLayoutDialog } from './role-layout-dialog';
import layouts from './layouts.module.css';

/** The layouts of an object: its page, its cards, and the form that makes one; each for everybody and, where wanted, for some roles. */
export function LayoutsTab({ object }: { object: ObjectInfo }) {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const [kind, setKind] = useState<LayoutKind>('detail');
  const [chosen, setChosen] = useState('');
  const [dialog, setDialog] = useState<'new' | 'change' | null>(null);
  const forRoles = roleLayouts(object).filter((each) => each.kind === kind);
  const shown = forRoles.find((each) => each.name === chosen);
  const refresh = () => queries.invalidateQueries(metadataQuery);
  const remove = useMutation({
    mutationFn: ({ name }: RoleLayout & { name: string }) => deleteLayout(object.name, name),
    onSuccess: async (_, { name, ...layout }) => {
      await refresh();
      toast({ text: t('setup.layout_deleted', { layout: layout.label }), undo: () => saveLayout(object.name, name, layout).then(refresh) });
    },
    onError: (error) => toast({ text: reasonOf(error), failed: true }),
  });
  return (
    <>
      <div className={layouts.tools}>
        <Segmented
          label={t('setup.layouts')}
          selected={kind}
          choices={[
            { id: 'detail', label: t('setup.layout_detail') },
            { id: 'card', label: t('setup.layout_card') },
            { id: 'create', label: t('setup.layout_create') },
          ]}
          onSelect={setKind}
        />
        {forRoles.length > 0 && <Select className={layouts.whom} aria-label={t('setup.layout_for')} empty={t('setup.everybody')} value={shown?.name ?? ''} options={forRoles.map((each) => ({ value: each.name, label: each.label }))} onChange={(event) => setChosen(event.target.value)} />}
        {shown && <IconButton icon="pencil" label={t('setup.layout_change', { layout: shown.label })} onClick={() => setDialog('change')} />}
        {shown && <IconButton icon="trash" label={t('setup.delete_field', { field: shown.label })} disabled={remove.isPending} onClick={() => remove.mutate(shown)} />}
        <Button icon="plus" onClick={() => setDialog('new')}>
          {t('setup.layout_for_roles')}
        </Button>
      </div>
      <LayoutEditor key={`${object.name}/${kind}/${shown?.name ?? ''}`} object={object} kind={kind} shown={shown} />
      {dialog && <RoleLayoutDialog object={object} kind={kind} layout={dialog === 'change' ? shown : undefined} onSaved={setChosen} onClose={() => setDialog(null)} />}
    </>
  );
}
