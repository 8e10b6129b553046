import type { PicklistOption, Tint } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { tints } from '@/lib/tint';
import { Button } from '@/ui/button/button';
import { IconButton } from '@/ui/button/icon-button';
import { Checkbox } from '@/ui/input/checkbox';
import { InputError } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';
import { TextInput } from '@/ui/input/text-input';
import styles from './setup.module.css';

export interface OptionsEditorProps {
  options: PicklistOption[];
  error?: string;
  onChange: (options: PicklistOption[]) => void;
}

/** The choices of a list, in their order. One that is in use is switched off rather than taken away. */
export function OptionsEditor({ options, error, onChange }: OptionsEditorProps) {
  const t = useText();
  const change = (index: number, part: Partial<PicklistOption>) => onChange(options.map((option, at) => (at === index ? { ...option, ...part } : option)));
  return (
    <fieldset className={styles.options}>
      <legend>{t('setup.options')}</legend>
      {options.map((option, index) => (
        <div key={index} className={styles.option}>
          <TextInput aria-label={t('setup.option_label', { index: index + 1 })} value={option.label} onChange={(event) => change(index, { label: event.target.value })} />
          <Select aria-label={t('setup.option_tint', { index: index + 1 })} empty={t('setup.no_tint')} value={option.tint ?? ''} options={tints.map((tint) => ({ value: tint, label: t(`tint.${tint}`) }))} onChange={(event) => change(index, { tint: event.target.value as Tint | '' })} />
          <Checkbox checked={option.active} onChange={(event) => change(index, { active: event.target.checked })}>
            {t('setup.active')}
          </Checkbox>
          <IconButton icon="chevron-up" small label={t('setup.option_up', { option: option.label })} disabled={index === 0} onClick={() => onChange(options.toSpliced(index, 1).toSpliced(index - 1, 0, option))} />
          {!option.value && <IconButton icon="x" small label={t('common.remove')} onClick={() => onChange(options.toSpliced(index, 1))} />}
        </div>
      ))}
      {error && <InputError>{error}</InputError>}
      <Button small icon="plus" onClick={() => onChange([...options, { value: '', label: '', tint: '', active: true }])}>
        {t('setup.option')}
      </Button>
    </fieldset>
  );
}
