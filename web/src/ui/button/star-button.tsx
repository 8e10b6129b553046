import { IconButton } from './icon-button';
import styles from './button.module.css';

export interface StarButtonProps {
  on: boolean;
  /** What a press does, as it is spoken. */
  label: string;
  onToggle: () => void;
}

/** A star that is filled while it is on. */
export function StarButton({ on, label, onToggle }: StarButtonProps) {
  return <IconButton icon="star" small label={label} aria-pressed={on} className={on ? styles.starred : undefined} onClick={onToggle} />;
}
