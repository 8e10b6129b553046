import { useDroppable } from '@dnd-kit/core';
import { useLayoutEffect } from 'react';
import { columnElement } from './board-model';

/** Draws nothing: tells what carries cards where a column stands. */
export function ColumnTarget({ id }: { id: string }) {
  const { setNodeRef } = useDroppable({ id });
  useLayoutEffect(() => setNodeRef(columnElement(id)), [setNodeRef, id]);
  return null;
}
