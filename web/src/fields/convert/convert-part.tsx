import type { ReactNode } from 'react';
import { useText } from '@/i18n/use-text';
import { Segmented } from '@/ui/segmented/segmented';
import styles from './convert.module.css';

export type PartMode = 'new' | 'existing' | 'none';

export interface ConvertPartProps {
  label: string;
  modes: readonly PartMode[];
  mode: PartMode;
  onMode: (mode: PartMode) => void;
  /** What the chosen way needs to know. */
  children: ReactNode;
}

/** One of those that a lead becomes: made anew, there already, or not wanted. */
export function ConvertPart({ label, modes, mode, onMode, children }: ConvertPartProps) {
  const t = useText();
  return (
    <section className={styles.part} aria-label={label}>
      <div className={styles.head}>
        <h3>{label}</h3>
        <Segmented label={label} choices={modes.map((id) => ({ id, label: t(`convert.${id}`) }))} selected={mode} onSelect={onMode} />
      </div>
      {children}
    </section>
  );
}
