import { type ReactNode, useEffect, useState } from 'react';
import { useText } from '@/i18n/use-text';
import { Icon } from '@/ui/icon/icon';
import styles from './files.module.css';

export interface DropAreaProps {
  /** Whom the files will belong to. */
  name: string;
  className?: string;
  /** Undefined where nobody may add any. */
  onFiles: ((files: Iterable<File>) => void) | undefined;
  children: ReactNode;
}

const holdsFiles = (transfer: DataTransfer | null) => transfer?.types.includes('Files') ?? false;

/** Files may be dropped anywhere on it, and pasted while nothing is typed. */
export function DropArea({ name, className, onFiles, children }: DropAreaProps) {
  const t = useText();
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!onFiles) return;
    const take = onFiles;
    function paste(event: ClipboardEvent) {
      // A picture copied from a text comes with that text: who writes wants the text.
      if (!event.clipboardData?.files.length || document.activeElement?.closest('input, textarea, [contenteditable], [role="dialog"]')) return;
      event.preventDefault();
      take(event.clipboardData.files);
    }
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [onFiles]);
  return (
    <div
      className={className}
      onDragOver={(event) => {
        if (!onFiles || !holdsFiles(event.dataTransfer)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      // Something on the page may take it for itself.
      onDropCapture={() => setOver(false)}
      onDrop={(event) => {
        if (!onFiles || !holdsFiles(event.dataTransfer)) return;
        event.preventDefault();
        onFiles(event.dataTransfer.files);
      }}
    >
      {children}
      {over && (
        <div className={styles.over} aria-hidden="true">
          <Icon name="upload" size={22} />
          {t('files.drop', { name })}
        </div>
      )}
    </div>
  );
}
