import { useNavigate } from '@tanstack/react-router';
import { allowed, useMe } from '@/api/catalogue';
import type { ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { EmptyState } from '@/ui/state/empty-state';

export interface ListEmptyProps {
  object: ObjectInfo;
  /** A filter hides everything, as opposed to there being nothing. */
  filtered: boolean;
  onClear: () => void;
}

/** No rows: either nothing fits the filter, or nothing is there yet. */
export function ListEmpty({ object, filtered, onClear }: ListEmptyProps) {
  const t = useText();
  const me = useMe();
  const navigate = useNavigate();
  const create = allowed(me, object.name, 'create') && (
    <Button icon="plus" onClick={() => void navigate({ to: '.', search: (before) => ({ ...before, create: object.name, preset: undefined }) })}>
      {object.label}
    </Button>
  );
  if (filtered) {
    return (
      <EmptyState title={t('list.no_match', { objects: object.plural_label })} text={t('list.no_match_text')}>
        <Button icon="x" onClick={onClear}>
          {t('list.clear_filter')}
        </Button>
        {create}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('list.none', { objects: object.plural_label })} text={object.description || t('list.none_text', { objects: object.plural_label })}>
      {create}
      {me.permissions.import && (
        <Button icon="download" onClick={() => void navigate({ to: '/o/$object/import', params: { object: object.name } })}>
          {t('list.import')}
        </Button>
      )}
    </EmptyState>
  );
}
