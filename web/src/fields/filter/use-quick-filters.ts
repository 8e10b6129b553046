import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fieldOf } from '@/api/catalogue';
import { stagesQuery } from '@/api/pipelines';
import type { Filter, ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import type { IconName } from '@/ui/icon/icons';
import type { NextStepState } from '@/ui/next-step/next-step-sign';

/** A filter that has a name: one press shows what needs care. */
export interface QuickFilter {
  id: 'overdue' | 'today' | 'none' | 'stale';
  label: string;
  filter: Filter;
  sign?: NextStepState;
  icon?: IconName;
}

const openTask: Filter = { field: 'is_closed', op: '=', value: false };
const tasks = (more: Filter): Filter => ({ related: 'tasks', filter: { and: [openTask, more] }, count: { op: '>=', value: 1 } });

/** What a person with deals asks first: whose next step is late, is due today or is missing, and which have stood still too long. */
export function useQuickFilters(object: ObjectInfo): QuickFilter[] {
  const t = useText();
  const staged = fieldOf(object, 'stage_changed_at') !== undefined && fieldOf(object, 'stage_id') !== undefined;
  const { data: stages } = useQuery({ ...stagesQuery, enabled: staged });
  return useMemo(() => {
    const stepped = object.children.some((child) => child.name === 'tasks') && fieldOf(object, 'is_closed') !== undefined;
    const open: Filter = { field: 'is_closed', op: '=', value: false };
    const rotting = (stages ?? []).filter((stage) => stage.type === 'open' && stage.rottingDays !== null);
    return [
      ...(stepped
        ? ([
            { id: 'overdue', label: t('quick.overdue'), sign: 'overdue', filter: tasks({ field: 'due_date', op: '<', value: 'TODAY' }) },
            { id: 'today', label: t('quick.today'), sign: 'today', filter: tasks({ field: 'due_date', op: '=', value: 'TODAY' }) },
            {
              id: 'none',
              label: t('quick.none'),
              sign: 'none',
              filter: {
                and: [
                  open,
                  { related: 'tasks', filter: openTask, count: { op: '=', value: 0 } },
                  { related: 'events', filter: { field: 'starts_at', op: '>=', value: 'TODAY' }, count: { op: '=', value: 0 } },
                ],
              },
            },
          ] satisfies QuickFilter[])
        : []),
      ...(rotting.length > 0
        ? ([
            {
              id: 'stale',
              label: t('quick.stale'),
              icon: 'hourglass',
              filter: { or: rotting.map((stage) => ({ and: [{ field: 'stage_id', op: '=' as const, value: stage.id }, { field: 'stage_changed_at', op: '<' as const, value: `N_DAYS_AGO:${stage.rottingDays}` }] })) },
            },
          ] satisfies QuickFilter[])
        : []),
    ];
  }, [t, object, stages]);
}
