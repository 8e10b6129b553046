import { useDraggable } from '@dnd-kit/core';
import { type RefObject, useLayoutEffect } from 'react';
import type { Press } from './card-press';

export type PressListeners = Partial<Record<Press['kind'], (event: Press['event']) => void>> | undefined;

/** Draws nothing: tells what carries cards which one is pressed, and where it stands. */
export function PressedCard({ press, listeners }: { press: Press; listeners: RefObject<PressListeners> }) {
  const draggable = useDraggable({ id: press.held.card.id, data: press.held });
  const { setNodeRef } = draggable;
  useLayoutEffect(() => setNodeRef(press.place), [setNodeRef, press.place]);
  useLayoutEffect(() => {
    listeners.current = draggable.listeners;
  }, [listeners, draggable.listeners]);
  return null;
}
