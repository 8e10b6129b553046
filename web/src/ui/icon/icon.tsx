import { icons, type IconName } from './icons';

export interface IconProps {
  name: IconName;
  /** Pixels; 16 by default, 14 in small controls, 20 to 22 on phones. */
  size?: number;
  className?: string;
  /** Spoken name. Without it the icon is decoration. */
  label?: string;
}

/** An outline icon in the colour of the text around it. */
export function Icon({ name, size = 16, className, label }: IconProps) {
  const Drawing = icons[name];
  const stroke = size >= 20 ? 1.6 : size <= 14 ? 1.9 : 1.75;
  return <Drawing size={size} stroke={stroke} className={className} aria-hidden={label ? undefined : true} aria-label={label} role={label ? 'img' : undefined} />;
}
