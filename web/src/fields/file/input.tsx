import { useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { useCatalogue } from '@/api/catalogue';
import { holdsFiles, uploadFile } from '@/api/files';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { InputError } from '@/ui/input/field-frame';
import type { InputProps } from '../field-kit';
import styles from '../fields.module.css';

/** Pictures are sent as soon as they are chosen; the field refers to the file that is kept then. */
export function FileInput({ id, field, value, record, describedBy, autoFocus, onChange, onDone }: InputProps) {
  const t = useText();
  const catalogue = useCatalogue();
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const relation = field.relation ?? '';

  async function send(file: File) {
    setFailure(null);
    setShare(0);
    try {
      const { answer } = await uploadFile(file, holdsFiles(catalogue.objectOfId(record.id)) ? record.id : undefined, { onProgress: setShare });
      onChange(answer.id, { [relation]: { name: file.name } });
      onDone?.();
    } catch (error) {
      setFailure(reasonOf(error));
    }
    setShare(null);
  }
  return (
    <>
      <span className={styles.row}>
        <input
          id={id}
          type="file"
          autoFocus={autoFocus}
          disabled={share !== null}
          aria-describedby={describedBy}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) void send(file);
          }}
        />
        {value !== null && (
          <Button
            small
            kind="quiet"
            onClick={() => {
              onChange(null, { [relation]: null });
              onDone?.();
            }}
          >
            {t('common.remove')}
          </Button>
        )}
      </span>
      {share !== null && <progress value={share} aria-label={t('files.sending', { name: field.label })} />}
      {failure && <InputError id={`${id}-upload`}>{failure}</InputError>}
    </>
  );
}
