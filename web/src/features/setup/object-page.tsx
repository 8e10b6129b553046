import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { useDeclaredCatalogue } from '@/api/catalogue';
import { deleteObject, metadataQuery } from '@/api/metadata';
import type { Field } from '@/api/types';
import { kitOf } from '@/fields/field-kits';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { rank } from '@/lib/rank';
import { ObjectTile } from '@/ui/avatar/object-tile';
import { Button } from '@/ui/button/button';
import { IconButton } from '@/ui/button/icon-button';
import { Icon } from '@/ui/icon/icon';
import { SearchInput } from '@/ui/input/search-input';
import { Menu } from '@/ui/menu/menu';
import { EmptyState } from '@/ui/state/empty-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { Tabs } from '@/ui/tabs/tabs';
import { Tag } from '@/ui/tag/tag';
import { useToast } from '@/ui/toast/use-toast';
import { ChangeTypeDialog } from './change-type-dialog';
import { DeleteDialog } from './delete-dialog';
import { DeleteFieldDialog } from './delete-field-dialog';
import { DeletedFields } from './deleted-fields';
import { FieldDialog } from './field-dialog';
import { ObjectSettings } from './object-settings';
import { RulesTab } from './rules/rules-tab';
import { SetupBar } from './setup-bar';
import { SetupTable } from './setup-table';
import { RoleViewsTab } from './views/role-views-tab';
import styles from './setup.module.css';

const LayoutsTab = lazy(async () => ({ default: (await import('./layouts/layouts-tab')).LayoutsTab }));

type Open = { kind: 'new' } | { kind: 'edit' | 'type' | 'delete'; field: Field } | { kind: 'delete-object' } | null;

/** One object and its fields. A change holds at once, everywhere, without a restart. */
export function ObjectPage() {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { object: name } = useParams({ from: '/frame/setup/$object' });
  const { tab = 'fields' } = useSearch({ from: '/frame/setup/$object' });
  const object = useDeclaredCatalogue().find(name);
  const [open, setOpen] = useState<Open>(null);
  const [wanted, setWanted] = useState('');
  const remove = useMutation({
    mutationFn: () => deleteObject(name),
    onSuccess: async () => {
      await navigate({ to: '/setup' });
      await queries.invalidateQueries(metadataQuery);
      toast({ text: t('setup.object_deleted') });
    },
    onError: (error) => toast({ text: reasonOf(error), failed: true }),
  });
  if (!object) return <EmptyState page title={t('error.no_object')} text={t('error.no_object_text', { name })} />;
  const fields = object.fields.filter((field) => !field.component_of && (!wanted.trim() || rank(wanted.trim(), field.label) > 10));
  const close = () => setOpen(null);
  return (
    <>
      <SetupBar
        title={object.label}
        sign={<ObjectTile icon={object.icon} tint={object.tint} />}
        actions={
          <>
            {object.custom && <Menu target={<IconButton icon="dots" label={t('record.more', { name: object.label })} />} sections={() => [{ items: [{ id: 'delete', label: t('setup.delete_object'), icon: 'trash', danger: true, run: () => setOpen({ kind: 'delete-object' }) }] }]} />}
            <Link to="/o/$object" params={{ object: object.name }} className={classNames(styles.linkButton, styles.toList)}>
              {t('setup.open_list')}
            </Link>
            <Button kind="primary" icon="plus" onClick={() => setOpen({ kind: 'new' })}>
              {t('setup.field')}
            </Button>
          </>
        }
      />
      <Tabs
        label={t('setup.parts_of', { object: object.label })}
        selected={tab}
        tabs={[
          { id: 'fields', label: t('setup.fields'), count: object.fields.filter((field) => !field.component_of).length },
          { id: 'layouts', label: t('setup.layouts') },
          { id: 'views', label: t('setup.views') },
          { id: 'rules', label: t('setup.rules'), count: object.validation_rules?.length },
          { id: 'settings', label: t('setup.names') },
        ]}
        onSelect={(id) => void navigate({ to: '/setup/$object', params: { object: name }, search: { tab: id === 'fields' ? undefined : id } })}
      />
      {tab !== 'fields' && (
        <div className={styles.page}>
          <Suspense fallback={<SkeletonRows />}>
            {tab === 'layouts' && <LayoutsTab key={name} object={object} />}
            {tab === 'views' && <RoleViewsTab object={object} />}
            {tab === 'rules' && <RulesTab object={object} />}
            {tab === 'settings' && <ObjectSettings key={name} object={object} />}
          </Suspense>
        </div>
      )}
      <div className={styles.page} hidden={tab !== 'fields'}>
        <div className={styles.find}>
          <SearchInput aria-label={t('filter.find_field')} placeholder={t('filter.find_field')} value={wanted} onChange={(event) => setWanted(event.target.value)} />
        </div>
        <SetupTable label={t('setup.fields_of', { object: object.label })} heads={[t('setup.field'), t('setup.name'), t('setup.type'), t('setup.properties')]}>
          {fields.map((field) => (
            <tr key={field.name}>
              <th scope="row">
                <span className={styles.named}>
                  <span className={styles.type}>
                    <Icon name={kitOf(field).icon} size={14} />
                  </span>
                  {field.label}
                </span>
              </th>
              <td>
                <code>{field.name}</code>
              </td>
              <td>{t(kitOf(field).label)}</td>
              <td>
                <span className={styles.tags}>
                  {field.custom && <Tag meaning="info">{t('setup.custom')}</Tag>}
                  {field.required && <Tag>{t('setup.required')}</Tag>}
                  {field.unique && <Tag>{t('setup.unique')}</Tag>}
                  {field.read_only && <Tag>{t('setup.read_only')}</Tag>}
                </span>
              </td>
              <td className={styles.end}>
                {!field.system && (
                  <>
                    <IconButton icon="pencil" small label={t('field.edit', { field: field.label })} onClick={() => setOpen({ kind: 'edit', field })} />
                    {field.convertible_to && field.convertible_to.length > 0 && <IconButton icon="arrows-exchange" small label={t('retype.title', { field: field.label })} onClick={() => setOpen({ kind: 'type', field })} />}
                    {field.custom && <IconButton icon="trash" small label={t('setup.delete_field', { field: field.label })} onClick={() => setOpen({ kind: 'delete', field })} />}
                  </>
                )}
              </td>
            </tr>
          ))}
        </SetupTable>
        <DeletedFields object={object} />
      </div>
      {open?.kind === 'new' && <FieldDialog object={object} onClose={close} />}
      {open?.kind === 'edit' && <FieldDialog object={object} field={open.field} onClose={close} />}
      {open?.kind === 'type' && <ChangeTypeDialog object={object} field={object.fields.find(({ name: each }) => each === open.field.name) ?? open.field} onClose={close} />}
      {open?.kind === 'delete' && <DeleteFieldDialog object={object} field={open.field} onClose={close} />}
      {open?.kind === 'delete-object' && <DeleteDialog object={object} title={t('setup.delete_object_title', { object: object.label })} text={t('setup.delete_object_text')} busy={remove.isPending} onDelete={() => remove.mutate()} onClose={close} />}
    </>
  );
}
