import { DndContext, type DragEndEvent, type DragOverEvent, DragOverlay, type DragStartEvent, KeyboardSensor, MouseSensor, pointerWithin, rectIntersection, TouchSensor, useSensor, useSensors } from '@dnd-kit/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { BoardCard } from './board-card';
import type { BoardColumn } from './board-model';
import type { CardFields } from './card-fields';
import { dragHelp, type HeldCard, type Press } from './card-press';
import { CloseZone } from './close-zone';
import { ColumnTarget } from './column-target';
import { columnByKeyboard } from './keyboard-coordinates';
import { PressedCard, type PressListeners } from './pressed-card';
import { useAnnouncements } from './use-announcements';

export interface CardDraggingProps {
  object: ObjectInfo;
  columns: BoardColumn[];
  fields: CardFields;
  /** Filled here: takes what is pressed on cards. */
  taker: RefObject<((press: Press) => void) | null>;
  /** What was pressed before this came. */
  early: RefObject<Press | null>;
  onHold: (held: HeldCard | null) => void;
  /** Above which column the held card is. */
  onOver: (held: HeldCard, over: BoardColumn | undefined) => void;
  onDrop: (held: HeldCard, to: BoardColumn, byKeyboard: boolean) => void;
}

/**
 * Carries cards by mouse, by finger and by keyboard.
 *
 * Beside the columns, not around them: of all cards only the one that is pressed is known here, so that a board of hundreds is drawn
 * without any of this, and this comes when the board is used.
 */
export function CardDragging({ object, columns, fields, taker, early, onHold, onOver, onDrop }: CardDraggingProps) {
  const t = useText();
  const [pressed, setPressed] = useState<Press | null>(null);
  const [held, setHeld] = useState<HeldCard | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const listeners = useRef<PressListeners>(undefined);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    // A finger that rests lifts the card; one that moves scrolls.
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, { keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] }, coordinateGetter: columnByKeyboard }),
  );
  const announcements = useAnnouncements(columns, object);
  const ends = columns.filter((column) => column.outcome !== 'open');
  const columnOf = (target: { id: string | number } | null) => columns.find((column) => column.id === target?.id);

  useEffect(() => {
    taker.current = (press) => {
      // Another card may be pressed while one is in the hand.
      if (held) return;
      flushSync(() => setPressed(press));
      listeners.current?.[press.kind]?.(press.event);
    };
    return () => {
      taker.current = null;
    };
  }, [taker, held]);
  useEffect(() => {
    const press = early.current;
    early.current = null;
    // Not while effects run, which is no time to draw at once.
    if (press) queueMicrotask(() => taker.current?.(press));
  }, [early, taker]);

  function hold(next: HeldCard | null) {
    setHeld(next);
    setOver(null);
    onHold(next);
  }
  function onDragOver({ over: target }: DragOverEvent) {
    setOver(columnOf(target)?.id ?? null);
    if (held) onOver(held, columnOf(target));
  }
  function onDragEnd({ over: target, activatorEvent }: DragEndEvent) {
    const to = columnOf(target);
    hold(null);
    if (held && to) onDrop(held, to, activatorEvent instanceof KeyboardEvent);
  }
  return (
    <DndContext
      id={dragHelp}
      sensors={sensors}
      collisionDetection={(args) => (args.pointerCoordinates ? pointerWithin(args) : rectIntersection(args))}
      accessibility={{ announcements, restoreFocus: false, screenReaderInstructions: { draggable: t('board.drag_help') } }}
      onDragStart={({ active }: DragStartEvent) => hold((active.data.current as HeldCard | undefined) ?? null)}
      onDragOver={onDragOver}
      onDragEnd={onDragEnd}
      onDragCancel={() => hold(null)}
    >
      {columns.filter((column) => column.outcome === 'open').map((column) => <ColumnTarget key={column.id} id={column.id} />)}
      {pressed && <PressedCard key={pressed.held.card.id} press={pressed} listeners={listeners} />}
      {held && ends.length > 0 && <CloseZone columns={ends} over={over} />}
      <DragOverlay dropAnimation={null}>{held && <BoardCard object={object} card={held.card} column={held.from} fields={fields} step={held.step} lifted />}</DragOverlay>
    </DndContext>
  );
}
