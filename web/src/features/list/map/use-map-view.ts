import { geoNaturalEarth1, geoPath } from 'd3-geo';
import { select } from 'd3-selection';
import { type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { groupsAt, indexOf, type MapGroup, type MapItem } from './groups';

const margin = 12;
/** Nearer than that the outlines of countries say nothing any more. */
const nearest = 4000;
const step = 1.7;

/** A sign where it stands on the screen. */
export interface Sign extends MapGroup {
  x: number;
  y: number;
}

/** Where one looks on the map: moved and zoomed by mouse, fingers, buttons and keys. */
export function useMapView(items: readonly MapItem[], width: number, height: number) {
  const surface = useRef<SVGSVGElement>(null);
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null);
  const [transform, setTransform] = useState<ZoomTransform>(zoomIdentity);
  const projection = useMemo(() => geoNaturalEarth1().fitExtent([[margin, margin], [Math.max(width, 2 * margin + 1) - margin, Math.max(height, 2 * margin + 1) - margin]], { type: 'Sphere' }), [width, height]);
  const edge = useMemo(() => geoPath(projection).bounds({ type: 'Sphere' }), [projection]);
  const index = useMemo(() => indexOf(items), [items]);
  const worldWidth = 2 * Math.PI * projection.scale() * transform.k;
  // Groups change with each doubling only, not with every turn of the wheel.
  const level = Math.floor(Math.log2(worldWidth));
  const groups = useMemo(() => groupsAt(index, 2 ** level), [index, level]);

  const signs = useMemo<Sign[]>(() => {
    const placed = groups.map((group) => {
      const [x, y] = transform.apply(projection([group.longitude, group.latitude]) ?? [0, 0]);
      return { ...group, x, y };
    });
    return placed.filter(({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height);
  }, [groups, transform, projection, width, height]);

  useEffect(() => {
    const svg = surface.current;
    if (!svg || width === 0) return;
    const moved = zoom<SVGSVGElement, unknown>()
      .scaleExtent([1, nearest])
      .extent([[0, 0], [width, height]])
      .translateExtent(edge)
      .on('zoom', (event: { transform: ZoomTransform }) => setTransform(event.transform));
    behaviour.current = moved;
    select(svg).call(moved);
    return () => void select(svg).on('.zoom', null);
  }, [width, height, edge]);

  /** Shows all of these, with some room around them. */
  function fit(shown: readonly { longitude: number; latitude: number }[]) {
    const [svg, moved] = [surface.current, behaviour.current];
    const points: [number, number][] = shown.map(({ longitude, latitude }) => projection([longitude, latitude]) ?? [0, 0]);
    if (!svg || !moved || points.length === 0) return;
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const fitting = Math.min((0.8 * width) / Math.max(right - left, 1e-6), (0.8 * height) / Math.max(bottom - top, 1e-6));
    // One place alone is shown with what is around it.
    const k = Math.max(1, Math.min(fitting, points.length === 1 ? 6 : nearest));
    const centred = zoomIdentity.translate(width / 2 - (k * (left + right)) / 2, height / 2 - (k * (top + bottom)) / 2).scale(k);
    // No further than to the edge of the world.
    select(svg).call(moved.transform, moved.constrain()(centred, [[0, 0], [width, height]], edge));
  }
  const by = (factor: number) => surface.current && behaviour.current && select(surface.current).call(behaviour.current.scaleBy, factor);
  const move = (x: number, y: number) => surface.current && behaviour.current && select(surface.current).call(behaviour.current.translateBy, x / transform.k, y / transform.k);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    const far = 80;
    const keys: Record<string, () => void> = {
      '+': () => by(step),
      '=': () => by(step),
      '-': () => by(1 / step),
      '0': () => fit(items),
      ArrowLeft: () => move(far, 0),
      ArrowRight: () => move(-far, 0),
      ArrowUp: () => move(0, far),
      ArrowDown: () => move(0, -far),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }
  return { surface, transform, projection, signs, atNearest: transform.k >= nearest * 0.99, fit, nearer: () => by(step), farther: () => by(1 / step), onKeyDown };
}
