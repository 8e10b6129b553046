import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import styles from './tabs.module.css';

export interface Tab {
  id: string;
  label: string;
  /** Small figure after the label. */
  count?: number | string;
  /** What kind of tab it is, as a picture before the label and in words. */
  mark?: { icon: IconName; label: string };
  /** Changed, and not saved yet; the text says so. */
  changed?: string;
}

export interface TabsProps {
  /** Spoken name of the group. */
  label: string;
  tabs: Tab[];
  selected: string;
  onSelect: (id: string) => void;
  /** Controls after the tabs. */
  children?: ReactNode;
}

/** Arrow keys move, as the tab pattern asks; the panel is what follows it. */
export function Tabs({ label, tabs, selected, onSelect, children }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selected]);
  function move(step: number) {
    const index = tabs.findIndex((tab) => tab.id === selected);
    const next = tabs[(index + step + tabs.length) % tabs.length];
    if (!next) return;
    onSelect(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  }
  return (
    <div className={styles.bar}>
      <div
        ref={list}
        className={styles.tabs}
        role="tablist"
        aria-label={label}
        onKeyDown={(event) => {
          const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
          if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
          event.preventDefault();
          move(event.key === forward ? 1 : -1);
        }}
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`tab-${tab.id}`}
            type="button"
            role="tab"
            aria-selected={tab.id === selected}
            tabIndex={tab.id === selected ? 0 : -1}
            onClick={() => onSelect(tab.id)}
          >
            {tab.mark && <Icon name={tab.mark.icon} size={13} label={tab.mark.label} />}
            {tab.label}
            {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
            {tab.changed && <span className={styles.changed} role="img" aria-label={tab.changed} title={tab.changed} />}
          </button>
        ))}
      </div>
      {children && <div className={styles.controls}>{children}</div>}
    </div>
  );
}
