import { useNavigate } from '@tanstack/react-router';
import { datesOf } from '@/api/dates';
import { placesOf } from '@/api/places';
import { useText } from '@/i18n/use-text';
import type { Filter, ObjectInfo } from '@/api/types';
import { Segmented } from '@/ui/segmented/segmented';

export interface ViewSwitchProps {
  object: ObjectInfo;
  selected: 'table' | 'gallery' | 'map' | 'calendar' | 'board';
  /** What is shown; it goes along from one to the other. */
  filter: Filter | null;
}

/** The same records as a table, as a gallery, and, where the object has what it takes, as a board, in a calendar or on a map. */
export function ViewSwitch({ object, selected, filter }: ViewSwitchProps) {
  const t = useText();
  const navigate = useNavigate();
  const hasPlaces = placesOf(object).length > 0;
  const hasDates = datesOf(object).length > 0;
  const hasBoard = object.list_views.some((view) => view.kind === 'board');

  function open(id: ViewSwitchProps['selected']) {
    const params = { object: object.name };
    const filtered = filter ? { filter } : {};
    if (id === 'board') return void navigate({ to: '/o/$object/board', params, search: filtered });
    if (selected === 'board') return void navigate({ to: '/o/$object', params, search: { view: object.list_views.find((view) => view.kind !== 'board')?.name, as: id, ...filtered } });
    // View, order and columns are those of the same list.
    void navigate({ from: '/o/$object', search: (before) => ({ ...before, as: id }) });
  }
  return (
    <Segmented
      label={t('list.show_as')}
      selected={selected}
      choices={[
        { id: 'table', label: t('list.table'), icon: 'table' },
        ...(hasBoard ? [{ id: 'board' as const, label: t('list.board'), icon: 'layout-kanban' as const }] : []),
        ...(hasDates ? [{ id: 'calendar' as const, label: t('list.calendar'), icon: 'calendar' as const }] : []),
        { id: 'gallery', label: t('list.gallery'), icon: 'layout-grid' },
        ...(hasPlaces ? [{ id: 'map' as const, label: t('list.map'), icon: 'map-2' as const }] : []),
      ]}
      onSelect={open}
    />
  );
}
