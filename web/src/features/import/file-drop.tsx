import { useId, useState } from 'react';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { Icon } from '@/ui/icon/icon';
import styles from './import.module.css';

export interface FileDropProps {
  /** A file is being read. */
  busy: boolean;
  onFile: (file: File) => void;
}

/** Where a file is dropped, or chosen. */
export function FileDrop({ busy, onFile }: FileDropProps) {
  const t = useText();
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    <div
      className={classNames(styles.drop, over && styles.over)}
      aria-busy={busy}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file) onFile(file);
      }}
    >
      <Icon name="download" size={22} />
      <h2>{t('import.drop')}</h2>
      <p>{t('import.drop_text')}</p>
      <label htmlFor={id} className={styles.choose}>
        {t('import.choose')}
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,.vcf,text/csv,text/vcard,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          disabled={busy}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onFile(file);
          }}
        />
      </label>
    </div>
  );
}
