import { classNames } from '@/lib/class-names';
import { icons, type IconName } from './icons';

export interface IconProps {
  name: IconName;
  /** Pixels; 16 by default, 14 in small controls, 20 to 22 on phones. */
  size?: number;
  className?: string;
  /** Spoken name. Without it the icon is decoration. */
  label?: string;
}

/** Icons that point along the line of reading: they turn around where text runs from right to left. */
const alongTheLine: ReadonlySet<IconName> = new Set<IconName>(['arrow-right', 'chevron-left', 'chevron-right', 'layout-sidebar-left-collapse', 'layout-sidebar-left-expand']);

/** An outline icon in the colour of the text around it: all its lines in one path, because a page has hundreds of icons. */
export function Icon({ name, size = 16, className, label }: IconProps) {
  const lines = icons[name].map(([, { d }]) => d).join('');
  const stroke = size >= 20 ? 1.6 : size <= 14 ? 1.9 : 1.75;
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={stroke} strokeLinecap="round" strokeLinejoin="round" className={classNames(className, alongTheLine.has(name) && 'flip')} aria-hidden={label ? undefined : true} aria-label={label} role={label ? 'img' : undefined}>
      <path d={lines} />
    </svg>
  );
}
