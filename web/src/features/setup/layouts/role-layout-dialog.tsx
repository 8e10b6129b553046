import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { roleLayouts } from '@/api/for-roles';
import { metadataQuery, saveLayout } from '@/api/metadata';
import type { DetailLayout, FieldList, LayoutKind, ObjectInfo, RoleLayout } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { apiName } from '@/lib/api-name';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { Checkbox } from '@/ui/input/checkbox';
import { FieldFrame } from '@/ui/input/field-frame';
import { TextInput } from '@/ui/input/text-input';
import { Note } from '@/ui/note/note';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { useRoles } from '../use-roles';
import styles from '../setup.module.css';

export interface RoleLayoutDialogProps {
  object: ObjectInfo;
  kind: LayoutKind;
  /** The layout to change; without it a new one, which begins as the general one is. */
  layout?: RoleLayout & { name: string };
  /** Told the name of the layout. */
  onSaved: (name: string) => void;
  onClose: () => void;
}

/** What a layout is called, and which roles see it. */
export function RoleLayoutDialog({ object, kind, layout, onSaved, onClose }: RoleLayoutDialogProps) {
  const t = useText();
  const id = useId();
  const queries = useQueryClient();
  const { data: all = [], isPending, error } = useRoles();
  const [label, setLabel] = useState(layout?.label ?? '');
  const [roles, setRoles] = useState<string[]>(layout?.roles ?? []);
  const others = roleLayouts(object).filter((each) => each.kind === kind && each.name !== layout?.name);
  const chosen = all.filter((role) => roles.includes(role.id)).map((role) => role.id);

  function freeName() {
    const base = apiName(label).slice(0, 40) || 'layout';
    let name = `${base}_${kind}`;
    for (let number = 2; object.layouts[name]; number += 1) name = `${base}_${kind}_${number}`;
    return name;
  }
  const save = useMutation({
    mutationFn: async () => {
      const name = layout?.name ?? freeName();
      const empty = kind === 'detail' ? { sections: [], highlights: [], related: object.children.map((child) => child.name) } : { fields: [] };
      const { sections, highlights, related, fields }: Partial<DetailLayout & FieldList> = layout ?? object.layouts[kind] ?? empty;
      const shown = kind === 'detail' ? { sections, highlights, related } : { fields };
      await saveLayout(object.name, name, { ...shown, kind, label: label.trim(), roles: chosen });
      await queries.invalidateQueries(metadataQuery);
      return name;
    },
    onSuccess: (name) => {
      onSaved(name);
      onClose();
    },
  });
  const ready = label.trim() !== '' && chosen.length > 0;
  return (
    <Dialog
      title={layout ? t('setup.layout_change', { layout: layout.label }) : t('setup.layout_for_roles')}
      onClose={onClose}
      onSubmit={() => ready && save.mutate()}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" busy={save.isPending} disabled={!ready}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      {(save.error ?? error) && <Note kind="danger">{reasonOf(save.error ?? error)}</Note>}
      <FieldFrame id={`${id}-label`} label={t('setup.label')} required>
        <TextInput id={`${id}-label`} data-autofocus value={label} onChange={(event) => setLabel(event.target.value)} />
      </FieldFrame>
      <fieldset className={styles.options}>
        <legend>{t('setup.roles')}</legend>
        {isPending && <SkeletonRows rows={3} />}
        {!isPending && !error && all.length === 0 && <p className={styles.faint}>{t('setup.no_roles')}</p>}
        <ul className={styles.choices}>
          {all.map((role) => {
            const taken = others.find((each) => each.roles.includes(role.id));
            return (
              <li key={role.id}>
                <Checkbox checked={roles.includes(role.id)} disabled={taken !== undefined} onChange={(event) => setRoles(event.target.checked ? [...roles, role.id] : roles.filter((each) => each !== role.id))}>
                  {taken ? t('setup.role_has_layout', { role: role.name, layout: taken.label }) : role.name}
                </Checkbox>
              </li>
            );
          })}
        </ul>
      </fieldset>
      <p className={styles.lead}>{t('setup.layout_roles_text')}</p>
    </Dialog>
  );
}
