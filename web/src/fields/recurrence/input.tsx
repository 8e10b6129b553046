import { useText } from '@/i18n/use-text';
import { Select } from '@/ui/input/select';
import type { InputProps } from '../field-kit';
import { usualRule, usualRuleNames, usualRules } from './rules';

/** How often something happens. Rules that are none of the usual ones stay as they are. */
export function RecurrenceInput({ id, value, onChange, onDone, invalid, describedBy, autoFocus }: Pick<InputProps, 'id' | 'value' | 'onChange' | 'onDone' | 'invalid' | 'describedBy' | 'autoFocus'>) {
  const t = useText();
  const rule = typeof value === 'string' ? value : '';
  const options = [...usualRuleNames.map((name) => ({ value: usualRules[name] as string, label: t(`calendar.repeat_${name}`) })), ...(rule && !usualRule(rule) ? [{ value: rule, label: rule }] : [])];
  return (
    <Select
      id={id}
      empty={t('calendar.repeat_never')}
      value={rule}
      options={options}
      invalid={invalid}
      aria-describedby={describedBy}
      autoFocus={autoFocus}
      onChange={(event) => {
        onChange(event.target.value || null);
        onDone?.();
      }}
    />
  );
}
