import type { Announcements } from '@dnd-kit/core';
import { useMemo } from 'react';
import { nameOf } from '@/api/columns';
import type { ObjectInfo, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import type { BoardColumn } from './board-model';

/** What a screen reader says while a card is carried. */
export function useAnnouncements(columns: readonly BoardColumn[], object: ObjectInfo): Announcements {
  const t = useText();
  return useMemo(() => {
    const card = (data: Record<string, unknown> | undefined) => (data?.card ? nameOf(data.card as RecordData, object) : '');
    const column = (id: string | number | undefined) => columns.find((each) => each.id === id)?.name ?? '';
    return {
      onDragStart: ({ active }) => t('board.lifted', { name: card(active.data.current) }),
      onDragOver: ({ over }) => (over ? t('board.over', { column: column(over.id) }) : undefined),
      onDragEnd: ({ active, over }) => t(over ? 'board.dropped' : 'board.put_back', { name: card(active.data.current), column: column(over?.id) }),
      onDragCancel: ({ active }) => t('board.put_back', { name: card(active.data.current), column: '' }),
    };
  }, [t, columns, object]);
}
