import type { ReactNode } from 'react';
import { changePreferences, usePreferences } from '@/lib/preferences';
import { Icon } from '@/ui/icon/icon';
import styles from './frame.module.css';

export interface NavigationGroupProps {
  /** By which it is remembered as folded. */
  id: string;
  label: string;
  children: ReactNode;
}

/** Links under a heading that folds them. */
export function NavigationGroup({ id, label, children }: NavigationGroupProps) {
  const { folded } = usePreferences();
  const open = !folded.includes(id);
  return (
    <div role="group" aria-label={label} className={styles.group}>
      <button type="button" className={styles.heading} aria-expanded={open} onClick={() => changePreferences({ folded: open ? [...folded, id] : folded.filter((each) => each !== id) })}>
        <span>{label}</span>
        <Icon name={open ? 'chevron-down' : 'chevron-right'} size={12} />
      </button>
      {open && children}
    </div>
  );
}
