import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ApiError, reasonOf } from '@/api/api-error';
import { createField, metadataQuery, type NewField, updateField } from '@/api/metadata';
import { recordsKey } from '@/api/records';
import type { Field, FieldType, ObjectInfo, PicklistOption } from '@/api/types';
import { fieldKits } from '@/fields/field-kits';
import type { FieldKit } from '@/fields/field-kit';
import { OtherLanguages, type Word } from '@/fields/translations/other-languages';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { Checkbox } from '@/ui/input/checkbox';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';
import { TextInput } from '@/ui/input/text-input';
import { Note } from '@/ui/note/note';
import { useToast } from '@/ui/toast/use-toast';
import { apiName } from '@/lib/api-name';
import { FieldTypeSettings, type TypeSettings } from './field-type-settings';

export interface FieldDialogProps {
  object: ObjectInfo;
  /** The field to change; a new one without it. */
  field?: Field;
  onClose: () => void;
}

const choosable = (Object.entries(fieldKits) as [FieldType, FieldKit][]).filter(([, kit]) => kit.offered);

/** Options get their value from their label, once; it stays when the label changes. */
const withValues = (options: PicklistOption[]) => options.filter((option) => option.label.trim()).map((option) => ({ ...option, value: option.value || apiName(option.label) || option.label }));

/** A new field, or the label, help and options of one that is there. */
export function FieldDialog({ object, field, onClose }: FieldDialogProps) {
  const t = useText();
  const id = useId();
  const toast = useToast();
  const queries = useQueryClient();
  const [label, setLabel] = useState(field?.label ?? '');
  const [name, setName] = useState<string | null>(field?.name ?? null);
  const [help, setHelp] = useState(field?.help ?? '');
  const [translations, setTranslations] = useState(field?.translations);
  const [type, setType] = useState<FieldType>(field?.type ?? 'text');
  const [required, setRequired] = useState(field?.required ?? false);
  const [settings, setSettings] = useState<TypeSettings>({ options: field?.options ?? [], scale: field?.scale ?? 0, to: field?.targets?.[0] ?? 'account', formula: field?.formula ?? '', result: field?.result || 'text', format: '' });
  const hasOptions = type === 'picklist' || type === 'multi_picklist';

  const save = useMutation({
    mutationFn: () => {
      const shared = { label: label.trim(), help: help.trim(), required, ...(translations ? { translations } : {}), ...(hasOptions ? { options: withValues(settings.options) } : {}) };
      if (field) return updateField(object.name, field.name, shared);
      const own: NewField = { ...shared, name: name ?? apiName(label), type };
      if (type === 'decimal' || type === 'percent') own.scale = settings.scale;
      if (type === 'lookup' || type === 'master_detail') Object.assign(own, { to: settings.to, children: `${object.name}_${own.name}_records` });
      if (type === 'formula') Object.assign(own, { formula: settings.formula, result: settings.result });
      if (type === 'auto_number') Object.assign(own, { format: settings.format || '{0000}' });
      return createField(object.name, own);
    },
    onSuccess: async () => {
      await queries.invalidateQueries(metadataQuery);
      void queries.invalidateQueries({ queryKey: recordsKey(object.name) });
      toast({ text: t(field ? 'setup.field_changed' : 'setup.field_added', { field: label }) });
      onClose();
    },
  });
  const optionWord = (option: PicklistOption, index: number): Word => ({
    id: `option-${index}`,
    label: t('setup.option_label', { index: index + 1 }),
    written: option.label,
    key: 'label',
    translations: option.translations,
    onChange: (next) => setSettings({ ...settings, options: settings.options.with(index, { ...option, translations: next }) }),
  });
  const error = save.error instanceof ApiError ? save.error : null;
  return (
    <Dialog
      title={field ? t('field.edit', { field: field.label }) : t('setup.new_field', { object: object.label })}
      onClose={onClose}
      onSubmit={() => label.trim() && save.mutate()}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" busy={save.isPending} disabled={!label.trim()}>
            {t(field ? 'common.save' : 'setup.add_field')}
          </Button>
        </>
      }
    >
      {save.error && <Note kind="danger">{reasonOf(save.error)}</Note>}
      <FieldFrame id={`${id}-label`} label={t('setup.label')} required error={error?.messageFor('label')}>
        <TextInput id={`${id}-label`} data-autofocus value={label} onChange={(event) => setLabel(event.target.value)} />
      </FieldFrame>
      {!field && (
        <>
          <FieldFrame id={`${id}-name`} label={t('setup.name')} required help={t('setup.name_help')} error={error?.messageFor('name')}>
            <TextInput id={`${id}-name`} dir="ltr" value={name ?? apiName(label)} onChange={(event) => setName(event.target.value)} />
          </FieldFrame>
          <FieldFrame id={`${id}-type`} label={t('setup.type')} required error={error?.messageFor('type')}>
            <Select id={`${id}-type`} value={type} options={choosable.map(([value, kit]) => ({ value, label: t(kit.label) }))} onChange={(event) => setType(event.target.value as FieldType)} />
          </FieldFrame>
        </>
      )}
      <FieldTypeSettings object={object} type={type} fixed={field !== undefined} settings={settings} error={error} onChange={(change) => setSettings({ ...settings, ...change })} />
      <FieldFrame id={`${id}-help`} label={t('setup.help')} error={error?.messageFor('help')}>
        <TextInput id={`${id}-help`} value={help} onChange={(event) => setHelp(event.target.value)} />
      </FieldFrame>
      {!['formula', 'auto_number', 'checkbox', 'master_detail'].includes(type) && (
        <Checkbox checked={required} onChange={(event) => setRequired(event.target.checked)}>
          {t('setup.is_required')}
        </Checkbox>
      )}
      <OtherLanguages
        words={[
          { id: 'label', label: t('setup.label'), written: label, key: 'label', translations, onChange: setTranslations },
          { id: 'help', label: t('setup.help'), written: help, key: 'help', translations, onChange: setTranslations },
          ...(hasOptions ? settings.options.map((option, index) => optionWord(option, index)) : []),
        ]}
      />
    </Dialog>
  );
}
