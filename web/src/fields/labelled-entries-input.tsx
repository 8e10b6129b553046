import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { IconButton } from '@/ui/button/icon-button';
import { TextInput } from '@/ui/input/text-input';
import type { InputProps } from './field-kit';
import { entriesOf, type LabelledEntry } from './labelled-entries';
import styles from './fields.module.css';

/** A list of addresses or numbers, each with a label. */
export function LabelledEntriesInput({ id, field, value, onChange, autoFocus, kind }: InputProps & { kind: 'email' | 'phone' }) {
  const t = useText();
  const known = entriesOf(value);
  const entries = known.length > 0 ? known : [{ value: '', label: '' }];
  const write = (next: LabelledEntry[]) => onChange(next.length > 0 ? next.map((entry) => ({ value: entry.value, label: entry.label || 'work' })) : null);
  const change = (index: number, part: Partial<LabelledEntry>) => write(entries.map((entry, at) => (at === index ? { ...entry, ...part } : entry)));
  return (
    <div role="group" aria-label={field.label} className={styles.entries}>
      {entries.map((entry, index) => (
        <div key={index} className={styles.entry}>
          <TextInput
            id={index === 0 ? id : undefined}
            type={kind === 'email' ? 'email' : 'tel'}
            dir="ltr"
            aria-label={field.label}
            value={entry.value}
            autoFocus={autoFocus && index === 0}
            onChange={(event) => change(index, { value: event.target.value })}
          />
          <TextInput aria-label={t('field.label_of_entry')} placeholder={t('field.label_of_entry')} value={entry.label} onChange={(event) => change(index, { label: event.target.value })} />
          <IconButton icon="x" small label={t('common.remove')} onClick={() => write(entries.filter((_, at) => at !== index))} />
        </div>
      ))}
      <Button small kind="quiet" icon="plus" onClick={() => write([...entries, { value: '', label: '' }])}>
        {t('common.add')}
      </Button>
    </div>
  );
}
