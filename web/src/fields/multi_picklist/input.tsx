import { Checkbox } from '@/ui/input/checkbox';
import type { InputProps } from '../field-kit';
import styles from '../fields.module.css';

export function MultiPicklistInput({ id, field, value, onChange, describedBy, autoFocus }: InputProps) {
  const chosen = Array.isArray(value) ? value : [];
  const options = (field.options ?? []).filter((option) => option.active || chosen.includes(option.value));
  return (
    <div id={id} role="group" aria-label={field.label} aria-describedby={describedBy} className={styles.choices}>
      {options.map((option, index) => (
        <Checkbox
          key={option.value}
          checked={chosen.includes(option.value)}
          autoFocus={autoFocus && index === 0}
          onChange={(event) => {
            const rest = chosen.filter((each) => each !== option.value);
            const next = event.target.checked ? [...rest, option.value] : rest;
            onChange(next.length > 0 ? next : null);
          }}
        >
          {option.label}
        </Checkbox>
      ))}
    </div>
  );
}
