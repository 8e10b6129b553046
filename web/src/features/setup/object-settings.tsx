import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ApiError, reasonOf } from '@/api/api-error';
import { metadataQuery, updateObject } from '@/api/metadata';
import type { ObjectInfo } from '@/api/types';
import { OtherLanguages } from '@/fields/translations/other-languages';
import { useText } from '@/i18n/use-text';
import { tints } from '@/lib/tint';
import { Form } from '@/ui/form/form';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';
import { TextArea } from '@/ui/input/text-area';
import { TextInput } from '@/ui/input/text-input';
import { useToast } from '@/ui/toast/use-toast';
import styles from './setup.module.css';

/** What an object is called, and how its tile looks. */
export function ObjectSettings({ object }: { object: ObjectInfo }) {
  const t = useText();
  const id = useId();
  const toast = useToast();
  const queries = useQueryClient();
  const [values, setValues] = useState({ label: object.label, plural_label: object.plural_label, description: object.description ?? '', tint: object.tint || 'stone' });
  const [translations, setTranslations] = useState(object.translations);
  const save = useMutation({
    mutationFn: () => updateObject(object.name, { ...values, ...(translations ? { translations } : {}) }),
    onSuccess: async () => {
      await queries.invalidateQueries(metadataQuery);
      toast({ text: t('setup.object_saved', { object: values.label }) });
    },
  });
  const error = save.error instanceof ApiError ? save.error : null;
  const box = (name: 'label' | 'plural_label', label: string) => (
    <FieldFrame id={`${id}-${name}`} label={label} required error={error?.messageFor(name)}>
      <TextInput id={`${id}-${name}`} value={values[name]} onChange={(event) => setValues({ ...values, [name]: event.target.value })} />
    </FieldFrame>
  );
  return (
    <Form className={styles.form} error={save.error ? reasonOf(save.error) : undefined} submit={t('common.save')} busy={save.isPending} onSubmit={() => save.mutate()}>
      {box('label', t('setup.label'))}
      {box('plural_label', t('setup.plural'))}
      <FieldFrame id={`${id}-description`} label={t('setup.description')} error={error?.messageFor('description')}>
        <TextArea id={`${id}-description`} value={values.description} onChange={(event) => setValues({ ...values, description: event.target.value })} />
      </FieldFrame>
      <OtherLanguages
        words={[
          { id: 'label', label: t('setup.label'), written: values.label, key: 'label', translations, onChange: setTranslations },
          { id: 'plural', label: t('setup.plural'), written: values.plural_label, key: 'plural_label', translations, onChange: setTranslations },
          { id: 'description', label: t('setup.description'), written: values.description, key: 'description', translations, onChange: setTranslations },
        ]}
      />
      <FieldFrame id={`${id}-tint`} label={t('setup.tint')}>
        <Select id={`${id}-tint`} value={values.tint} options={tints.map((tint) => ({ value: tint, label: t(`tint.${tint}`) }))} onChange={(event) => setValues({ ...values, tint: event.target.value as typeof values.tint })} />
      </FieldFrame>
    </Form>
  );
}
