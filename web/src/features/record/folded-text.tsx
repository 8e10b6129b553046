import { type ReactNode, useId, useState } from 'react';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { Button } from '@/ui/button/button';
import styles from './timeline.module.css';

/** Longer than this it would push the rest of the day out of sight. */
const most = { signs: 600, lines: 8 };

export interface FoldedTextProps {
  /** The value, by which it is long or not. */
  text: string;
  children: ReactNode;
}

/** What was written: its beginning, and all of it when one asks. */
export function FoldedText({ text, children }: FoldedTextProps) {
  const t = useText();
  const id = useId();
  const [whole, setWhole] = useState(false);
  const long = text.length > most.signs || text.split(/\n|<\/p>|<\/li>|<br/).length > most.lines;
  return (
    <div className={styles.box}>
      <div id={id} className={classNames(long && !whole && styles.folded)}>
        {children}
      </div>
      {long && (
        <Button small kind="quiet" aria-expanded={whole} aria-controls={id} onClick={() => setWhole(!whole)}>
          {t(whole ? 'timeline.less' : 'timeline.whole')}
        </Button>
      )}
    </div>
  );
}
