import { classNames } from '@/lib/class-names';
import styles from './path.module.css';

export interface PathStop {
  id: string;
  label: string;
  state: 'done' | 'now' | 'ahead';
  /** Small line under the name. */
  note?: string;
  warn?: boolean;
}

export interface StagePathProps {
  label: string;
  stops: PathStop[];
  /** Called with the stop that is pressed; without it the path only tells. */
  onSelect?: (id: string) => void;
}

/** The thread with its stops: what is done, where it stands, what is ahead. */
export function StagePath({ label, stops, onSelect }: StagePathProps) {
  return (
    <ol className={styles.path} aria-label={label}>
      {stops.map((stop) => (
        <li key={stop.id} className={classNames(styles[stop.state])} aria-current={stop.state === 'now' ? 'step' : undefined}>
          <button type="button" disabled={!onSelect || stop.state === 'now'} onClick={() => onSelect?.(stop.id)}>
            <i aria-hidden="true" />
            <b>{stop.label}</b>
            <small className={classNames(stop.warn && styles.warn)}>{stop.note}</small>
          </button>
        </li>
      ))}
    </ol>
  );
}
