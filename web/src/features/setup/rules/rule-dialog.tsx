import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { metadataQuery, saveRule } from '@/api/metadata';
import type { ObjectInfo, ValidationRule } from '@/api/types';
import { isEditable } from '@/fields/field-kits';
import { OtherLanguages } from '@/fields/translations/other-languages';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';
import { TextInput } from '@/ui/input/text-input';
import { Note } from '@/ui/note/note';
import { apiName } from '@/lib/api-name';
import { FormulaEditor } from './formula-editor';

export interface RuleDialogProps {
  object: ObjectInfo;
  /** The rule to change; a new one without it. */
  rule?: ValidationRule;
  onClose: () => void;
}

/** A rule: when a record is refused, what is said then, and at which field. */
export function RuleDialog({ object, rule, onClose }: RuleDialogProps) {
  const t = useText();
  const id = useId();
  const queries = useQueryClient();
  const [formula, setFormula] = useState(rule?.formula ?? '');
  const [message, setMessage] = useState(rule?.message ?? '');
  const [translations, setTranslations] = useState(rule?.translations);
  const [field, setField] = useState(rule?.field ?? '');
  const taken = new Set((object.validation_rules ?? []).map((each) => each.name));
  function freeName() {
    const base = apiName(message).slice(0, 40) || 'rule';
    let name = base;
    for (let number = 2; taken.has(name); number += 1) name = `${base}_${number}`;
    return name;
  }
  const save = useMutation({
    mutationFn: () => saveRule(object.name, { name: rule?.name ?? freeName(), formula: formula.trim(), message: message.trim(), field, active: rule?.active ?? true, ...(translations ? { translations } : {}) }),
    onSuccess: async () => {
      await queries.invalidateQueries(metadataQuery);
      onClose();
    },
  });
  return (
    <Dialog
      wide
      title={t(rule ? 'setup.rule' : 'setup.new_rule', { object: object.label })}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" busy={save.isPending} disabled={!formula.trim() || !message.trim()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      {save.error && <Note kind="danger">{reasonOf(save.error)}</Note>}
      <FormulaEditor id={`${id}-formula`} object={object} label={t('setup.refused_when')} help={t('setup.rule_help')} shape="boolean" value={formula} onChange={setFormula} />
      <FieldFrame id={`${id}-message`} label={t('setup.message')} required help={t('setup.message_help')}>
        <TextInput id={`${id}-message`} value={message} onChange={(event) => setMessage(event.target.value)} />
      </FieldFrame>
      <OtherLanguages words={[{ id: 'message', label: t('setup.message'), written: message, key: 'message', translations, onChange: setTranslations }]} />
      <FieldFrame id={`${id}-field`} label={t('setup.at_field')}>
        <Select id={`${id}-field`} empty={t('setup.at_top')} value={field} options={object.fields.filter(isEditable).map((each) => ({ value: each.name, label: each.label }))} onChange={(event) => setField(event.target.value)} />
      </FieldFrame>
    </Dialog>
  );
}
