import type { KeyboardCoordinateGetter } from '@dnd-kit/core';

/** Arrow keys carry a card to the middle of the next drop target in their direction: column by column, then the zone below. */
export const columnByKeyboard: KeyboardCoordinateGetter = (event, { context }) => {
  const { active, droppableRects, droppableContainers, collisionRect } = context;
  if (!active || !collisionRect) return undefined;
  if (!['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].includes(event.code)) return undefined;
  event.preventDefault();
  const middle = { x: collisionRect.left + collisionRect.width / 2, y: collisionRect.top + collisionRect.height / 2 };
  const candidates = droppableContainers.getEnabled().flatMap((container) => {
    const rect = droppableRects.get(container.id);
    if (!rect) return [];
    const zone = container.data.current?.zone === true;
    const target = { x: rect.left + rect.width / 2, y: zone ? rect.top + rect.height / 2 : rect.top + collisionRect.height };
    const [dx, dy] = [target.x - middle.x, target.y - middle.y];
    const inZone = middle.y > window.innerHeight - 120;
    const fits =
      event.code === 'ArrowRight' ? dx > 8 && zone === inZone : event.code === 'ArrowLeft' ? dx < -8 && zone === inZone : event.code === 'ArrowDown' ? zone && !inZone : !zone && inZone;
    return fits ? [{ target, distance: Math.hypot(dx, dy) }] : [];
  });
  const nearest = candidates.toSorted((one, other) => one.distance - other.distance)[0];
  if (!nearest) return undefined;
  return { x: nearest.target.x - collisionRect.width / 2, y: nearest.target.y - collisionRect.height / 2 };
};
