import type { KeyboardEvent, MouseEvent, TouchEvent } from 'react';
import type { RecordData } from '@/api/types';
import type { BoardColumn } from './board-model';

/** Id of the text that says how a card is carried by keyboard. */
export const dragHelp = 'drag-help';

/** A card in the hand. */
export interface HeldCard {
  card: RecordData;
  from: BoardColumn;
  step?: string | null;
}

/** What may become the carrying of a card. */
export interface Press {
  kind: 'onMouseDown' | 'onTouchStart' | 'onKeyDown';
  event: KeyboardEvent | MouseEvent | TouchEvent;
  /** Where the card stands. */
  place: HTMLElement;
  held: HeldCard;
}
