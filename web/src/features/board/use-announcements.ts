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
    // The column that was told last: a card that is lifted is over its own, which needs no words.
    let told: string | number | undefined;
    return {
      onDragStart: ({ active }) => {
        told = (active.data.current?.from as BoardColumn | undefined)?.id;
        return t('board.lifted', { name: card(active.data.current) });
      },
      onDragOver: ({ over }) => {
        if (!over || over.id === told) return undefined;
        told = over.id;
        return t('board.over', { column: column(over.id) });
      },
      onDragEnd: ({ active, over }) => t(over ? 'board.dropped' : 'board.put_back', { name: card(active.data.current), column: column(over?.id) }),
      onDragCancel: ({ active }) => t('board.put_back', { name: card(active.data.current), column: '' }),
    };
  }, [t, columns, object]);
}
