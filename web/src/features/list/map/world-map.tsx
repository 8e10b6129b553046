import { useQuery } from '@tanstack/react-query';
import { geoPath } from 'd3-geo';
import type { ZoomTransform } from 'd3-zoom';
import { type KeyboardEvent, memo, type RefObject, useId, useMemo } from 'react';
import type { GeoProjection } from 'd3-geo';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { IconButton } from '@/ui/button/icon-button';
import { VisuallyHidden } from '@/ui/text/visually-hidden';
import { namedSigns, nameGap } from './names';
import type { Sign } from './use-map-view';
import { worldQuery } from './world';
import styles from './map.module.css';

export interface WorldMapProps {
  surface: RefObject<SVGSVGElement | null>;
  projection: GeoProjection;
  transform: ZoomTransform;
  /** Pixels, at whose end no name is cut. */
  width: number;
  signs: Sign[];
  /** Two letters of the countries in which there is something. */
  filled: ReadonlySet<string>;
  /** What a sign is called: a record, a country, several of them. */
  nameOf: (sign: Sign) => string;
  /** Whether signs that stand for one thing show how many records it has. */
  counts: boolean;
  onPress: (sign: Sign) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onNearer: () => void;
  onFarther: () => void;
  onFit: () => void;
}

/** Names stand beside signs as long as there are few. */
const mostNamed = 24;

/** The countries of the world with signs on them. What it shows is said by the list beside it, too. */
export function WorldMap({ surface, projection, transform, width, signs, filled, nameOf, counts, onPress, onKeyDown, onNearer, onFarther, onFit }: WorldMapProps) {
  const t = useText();
  const hint = useId();
  const formats = useFormats();
  const { k, x, y } = transform;
  const largest = Math.max(1, ...signs.map(({ count }) => count));
  const hasFigure = ({ items }: Sign) => counts || items.length > 1;
  const sizeOf = (sign: Sign) => (hasFigure(sign) ? 11 + 13 * Math.sqrt(sign.count / largest) : 7);
  return (
    <div className={styles.map} role="group" aria-label={t('map.map')} aria-describedby={hint} tabIndex={0} onKeyDown={onKeyDown}>
      <VisuallyHidden id={hint}>{t('map.keys')}</VisuallyHidden>
      <svg ref={surface} aria-hidden="true" className={styles.surface}>
        <g transform={`translate(${x} ${y}) scale(${k})`}>
          <Countries projection={projection} filled={filled} />
        </g>
        {signs.length <= mostNamed &&
          namedSigns(signs, width, sizeOf, nameOf).map(({ sign, before }) => (
            <text key={sign.key} dy="0.35em" x={sign.x + (before ? -1 : 1) * (sizeOf(sign) + nameGap)} y={sign.y} className={classNames(styles.name, before && styles.before)}>
              {nameOf(sign)}
            </text>
          ))}
        {signs.map((sign) => (
          <g key={sign.key} transform={`translate(${sign.x} ${sign.y})`} className={styles.sign} onClick={() => onPress(sign)}>
            <title>{nameOf(sign)}</title>
            <circle r={Math.max(sizeOf(sign), 14)} className={styles.reach} />
            <circle r={sizeOf(sign)} />
            {hasFigure(sign) && <text dy="0.35em">{formats.number(sign.count)}</text>}
          </g>
        ))}
      </svg>
      <div className={styles.tools}>
        <IconButton kind="default" icon="plus" label={t('map.nearer')} shortcut="+" onClick={onNearer} />
        <IconButton kind="default" icon="minus" label={t('map.farther')} shortcut="-" onClick={onFarther} />
        <IconButton kind="default" icon="focus-centered" label={t('map.fit')} shortcut="0" onClick={onFit} />
      </div>
    </div>
  );
}

/** Drawn once for each size of the map: moving and zooming moves it as a whole. */
const Countries = memo(function Countries({ projection, filled }: { projection: GeoProjection; filled: ReadonlySet<string> }) {
  const { data } = useQuery(worldQuery);
  const drawn = useMemo(() => {
    const path = geoPath(projection);
    return data?.map(({ id, code, shape }) => ({ id, code, path: path(shape) ?? '' }));
  }, [data, projection]);
  return drawn?.map(({ id, code, path }) => <path key={id} d={path} className={classNames(styles.country, code !== undefined && filled.has(code) && styles.filled)} />);
});
