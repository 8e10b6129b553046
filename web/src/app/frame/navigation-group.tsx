import type { ReactNode } from 'react';
import { changePreferences, usePreferences } from '@/lib/preferences';
import { Icon } from '@/ui/icon/icon';
import styles from './frame.module.css';

export interface NavigationGroupProps {
  /** By which it is remembered as turned: folded, or unfolded where it starts folded. */
  id: string;
  label: string;
  startsFolded?: boolean;
  children: ReactNode;
}

/** Links under a heading that folds them. */
export function NavigationGroup({ id, label, startsFolded = false, children }: NavigationGroupProps) {
  const { folded } = usePreferences();
  const turned = folded.includes(id);
  const open = turned === startsFolded;
  return (
    <div role="group" aria-label={label} className={styles.group}>
      <button type="button" className={styles.heading} aria-expanded={open} onClick={() => changePreferences({ folded: turned ? folded.filter((each) => each !== id) : [...folded, id] })}>
        <span>{label}</span>
        <Icon name={open ? 'chevron-down' : 'chevron-right'} size={12} />
      </button>
      {open && children}
    </div>
  );
}
