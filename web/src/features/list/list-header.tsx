import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { allowed, useMe } from '@/api/catalogue';
import { findsDuplicates } from '@/api/likely-duplicates';
import type { ListRequest } from '@/api/list-request';
import { recordsKey } from '@/api/records';
import type { ObjectInfo } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { IconButton } from '@/ui/button/icon-button';
import { Icon } from '@/ui/icon/icon';
import { Kbd } from '@/ui/kbd/kbd';
import { Menu } from '@/ui/menu/menu';
import { PageBar } from '@/ui/page/page-bar';
import type { ShownView } from './list-view';
import { useExport } from './use-export';
import styles from './list.module.css';

export interface ListHeaderProps {
  object: ObjectInfo;
  /** How many records the list finds; undefined while it is counted. */
  count: number | undefined;
  list: ListRequest;
  view: ShownView;
}

export function ListHeader({ object, count, list, view }: ListHeaderProps) {
  const t = useText();
  const me = useMe();
  const queries = useQueryClient();
  const formats = useFormats();
  const navigate = useNavigate();
  const exports = useExport({ ...list, fields: view.columns });
  return (
    <PageBar
      title={object.plural_label}
      actions={
        <>
          <Menu
            target={<IconButton icon="dots" label={t('list.more')} />}
            sections={() => [
              {
                items: [
                  { id: 'refresh', label: t('touch.refresh'), icon: 'refresh' as const, run: () => void queries.invalidateQueries({ queryKey: recordsKey(object.name) }) },
                  ...exports,
                  ...(findsDuplicates(object) ? [{ id: 'duplicates', label: t('duplicates.title'), icon: 'arrow-merge' as const, run: () => void navigate({ to: '/o/$object/duplicates', params: { object: object.name } }) }] : []),
                  ...(me.administrator ? [{ id: 'edit', label: t('list.edit_object', { object: object.label }), icon: 'settings' as const, run: () => void navigate({ to: '/setup/$object', params: { object: object.name } }) }] : []),
                ],
              },
            ]}
          />
          {allowed(me, object.name, 'create') && (
            <>
              {me.permissions.import && (
                <Link to="/o/$object/import" params={{ object: object.name }} className={styles.import}>
                  <Icon name="download" />
                  {t('list.import')}
                </Link>
              )}
              <Button kind="primary" icon="plus" className={styles.create} onClick={() => void navigate({ to: '.', search: (before) => ({ ...before, create: object.name, preset: undefined }) })}>
                {object.label}
                <Kbd>C</Kbd>
              </Button>
            </>
          )}
        </>
      }
    >
      <h1>{object.plural_label}</h1>
      {count !== undefined && <span className={styles.total}>{formats.number(count)}</span>}
    </PageBar>
  );
}
