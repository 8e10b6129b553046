import { useId } from 'react';
import type { ApiError } from '@/api/api-error';
import { useCatalogue } from '@/api/catalogue';
import type { FieldType, ObjectInfo, PicklistOption } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';
import { TextInput } from '@/ui/input/text-input';
import { OptionsEditor } from './options-editor';
import { FormulaEditor } from './rules/formula-editor';

export interface TypeSettings {
  options: PicklistOption[];
  /** Digits after the point. */
  scale: number;
  /** Object that a reference leads to. */
  to: string;
  formula: string;
  /** Type of a formula's result. */
  result: string;
  /** Of an automatic number: "B-{0000}". */
  format: string;
}

export interface FieldTypeSettingsProps {
  object: ObjectInfo;
  type: FieldType;
  /** The field is there already: only what may still change is shown. */
  fixed: boolean;
  settings: TypeSettings;
  error: ApiError | null;
  onChange: (change: Partial<TypeSettings>) => void;
}

const results: FieldType[] = ['text', 'integer', 'decimal', 'currency', 'percent', 'date', 'datetime', 'checkbox'];

/** What a type of field wants to know besides its name. */
export function FieldTypeSettings({ object, type, fixed, settings, error, onChange }: FieldTypeSettingsProps) {
  const t = useText();
  const id = useId();
  const { objects } = useCatalogue();
  if (type === 'picklist' || type === 'multi_picklist') return <OptionsEditor options={settings.options} error={error?.messageFor('options')} onChange={(options) => onChange({ options })} />;
  if (fixed) return null;
  if (type === 'lookup' || type === 'master_detail') {
    return (
      <FieldFrame id={`${id}-to`} label={t('setup.leads_to')} required error={error?.messageFor('to')}>
        <Select id={`${id}-to`} value={settings.to} options={objects.filter((each) => !each.hidden || each.custom).map((each) => ({ value: each.name, label: each.label }))} onChange={(event) => onChange({ to: event.target.value })} />
      </FieldFrame>
    );
  }
  if (type === 'decimal' || type === 'percent') {
    return (
      <FieldFrame id={`${id}-scale`} label={t('setup.scale')} error={error?.messageFor('scale')}>
        <Select id={`${id}-scale`} value={String(settings.scale)} options={[0, 1, 2, 3, 4].map((digits) => ({ value: String(digits), label: String(digits) }))} onChange={(event) => onChange({ scale: Number(event.target.value) })} />
      </FieldFrame>
    );
  }
  if (type === 'auto_number') {
    return (
      <FieldFrame id={`${id}-format`} label={t('setup.format')} help={t('setup.format_help')} error={error?.messageFor('format')}>
        <TextInput id={`${id}-format`} dir="ltr" placeholder="B-{0000}" value={settings.format} onChange={(event) => onChange({ format: event.target.value })} />
      </FieldFrame>
    );
  }
  if (type !== 'formula') return null;
  return (
    <>
      <FormulaEditor id={`${id}-formula`} object={object} label={t('setup.formula')} help={t('setup.formula_help')} error={error?.messageFor('formula')} value={settings.formula} onChange={(formula) => onChange({ formula })} />
      <FieldFrame id={`${id}-result`} label={t('setup.result')} required error={error?.messageFor('result')}>
        <Select id={`${id}-result`} value={settings.result} options={results.map((each) => ({ value: each, label: t(`type.${each}` as 'type.text') }))} onChange={(event) => onChange({ result: event.target.value })} />
      </FieldFrame>
    </>
  );
}
