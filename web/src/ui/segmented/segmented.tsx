import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import styles from './segmented.module.css';

export interface SegmentedProps<Id extends string> {
  /** Spoken name of the choice. */
  label: string;
  choices: readonly { id: Id; label: string; icon?: IconName }[];
  selected: Id;
  onSelect: (id: Id) => void;
}

/** A choice of two or three ways to see the same thing. */
export function Segmented<Id extends string>({ label, choices, selected, onSelect }: SegmentedProps<Id>) {
  return (
    <div className={styles.segmented} role="group" aria-label={label}>
      {choices.map((choice) => (
        <button key={choice.id} type="button" aria-pressed={choice.id === selected} onClick={() => onSelect(choice.id)}>
          {choice.icon && <Icon name={choice.icon} size={15} />}
          {choice.label}
        </button>
      ))}
    </div>
  );
}
