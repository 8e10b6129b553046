import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { reasonOf } from '@/api/api-error';
import { useUndoOf } from '@/api/change-sets';
import { nameOf } from '@/api/columns';
import { recordsKey } from '@/api/records';
import { ConflictError, saveOnTop } from '@/api/save-record';
import type { Field, Json, ObjectInfo, RecordData } from '@/api/types';
import { GateCancelled, useGate } from '@/fields/gate/gate-context';
import { useText } from '@/i18n/use-text';
import { useToast } from '@/ui/toast/use-toast';
import { moveCard } from './board-cache';
import { type BoardColumn, type BoardMoney, totalsOf, withMove } from './board-model';

export interface MoveContext {
  object: ObjectInfo;
  group: Field;
  columns: BoardColumn[];
  money: BoardMoney | undefined;
  sort: string | undefined;
  totalsKey: QueryKey;
  keyOf: (column: BoardColumn) => QueryKey;
}

export type MoveCard = (card: RecordData, from: BoardColumn, to: BoardColumn, more?: Record<string, Json>) => Promise<void>;

/**
 * Moves a card: seen at once in both columns and in their totals, taken back with the reason when the server refuses,
 * and undone by the toast. `more` are fields that are saved with the move.
 */
export function useMoveCard({ object, group, columns, money, sort, totalsKey, keyOf }: MoveContext): MoveCard {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const undoOf = useUndoOf();
  const gate = useGate(object);

  return useCallback(
    async (card, from, to, more = {}) => {
      const change: Record<string, Json> = { [group.name]: to.id, ...(group.relation ? { [group.relation]: { name: to.name } } : {}) };
      await queries.cancelQueries({ queryKey: recordsKey(object.name) });
      const totalsBefore = queries.getQueryData<RecordData[]>(totalsKey);
      const takeBack = moveCard(queries, card, { ...change, ...more }, keyOf(from), keyOf(to), sort);
      if (totalsBefore) {
        const totals = withMove(totalsOf(totalsBefore, group.name, columns), card, from, to, money);
        queries.setQueryData<RecordData[]>(totalsKey, [...totals].map(([id, sum]) => ({ id: '', [group.name]: id, expr0: sum.count, expr1: sum.total, expr2: sum.weighted })));
      }
      const name = nameOf(card, object);
      try {
        const { changeSet } = await gate(card, (asked) => saveOnTop(object.name, card, { [group.name]: to.id, ...more, ...asked }));
        toast({ text: t('board.moved', { name, column: to.name }), undo: undoOf(changeSet) });
      } catch (error) {
        takeBack();
        queries.setQueryData(totalsKey, totalsBefore);
        if (!(error instanceof GateCancelled)) toast({ text: t('board.not_moved', { name, reason: error instanceof ConflictError ? t('board.conflict') : reasonOf(error) }), failed: true });
        throw error;
      } finally {
        void queries.invalidateQueries({ queryKey: recordsKey(object.name) });
      }
    },
    [t, toast, undoOf, gate, queries, object, group, columns, money, sort, totalsKey, keyOf],
  );
}
