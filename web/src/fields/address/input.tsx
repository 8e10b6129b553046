import type { Json } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { TextInput } from '@/ui/input/text-input';
import type { InputProps } from '../field-kit';
import styles from '../fields.module.css';

const parts = ['street', 'postal_code', 'city', 'state', 'country'] as const;

export function AddressInput({ id, field, value, onChange, describedBy, autoFocus }: InputProps) {
  const t = useText();
  const address: Record<string, Json> = value && typeof value === 'object' && !Array.isArray(value) ? value : {};
  return (
    <div role="group" aria-label={field.label} aria-describedby={describedBy} className={styles.parts}>
      {parts.map((part, index) => (
        <TextInput
          key={part}
          id={index === 0 ? id : undefined}
          aria-label={t(`address.${part}`)}
          placeholder={t(`address.${part}`)}
          value={String(address[part] ?? '')}
          autoFocus={autoFocus && index === 0}
          onChange={(event) => {
            const next = { ...address, [part]: event.target.value || null };
            onChange(parts.some((each) => next[each]) ? next : null);
          }}
        />
      ))}
    </div>
  );
}
