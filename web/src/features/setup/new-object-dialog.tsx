import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { ApiError, reasonOf } from '@/api/api-error';
import { createObject, metadataQuery } from '@/api/metadata';
import { meQuery } from '@/api/session';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Dialog } from '@/ui/dialog/dialog';
import { FieldFrame } from '@/ui/input/field-frame';
import { TextInput } from '@/ui/input/text-input';
import { Note } from '@/ui/note/note';
import { apiName } from '@/lib/api-name';

/** A new object: its names. Fields are added on its page. */
export function NewObjectDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const id = useId();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [label, setLabel] = useState('');
  const [plural, setPlural] = useState<string | null>(null);
  const [name, setName] = useState<string | null>(null);
  const values = { label: label.trim(), plural_label: plural ?? (label.trim() ? `${label.trim()}s` : ''), name: name ?? apiName(label) };
  const create = useMutation({
    mutationFn: () => createObject(values),
    onSuccess: async (object) => {
      await queries.invalidateQueries(metadataQuery);
      void queries.invalidateQueries(meQuery);
      onClose();
      void navigate({ to: '/setup/$object', params: { object: object.name } });
    },
  });
  const error = create.error instanceof ApiError ? create.error : null;
  return (
    <Dialog
      title={t('setup.new_object')}
      onClose={onClose}
      onSubmit={() => values.label && values.name && create.mutate()}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" busy={create.isPending} disabled={!values.label || !values.name}>
            {t('create.create')}
          </Button>
        </>
      }
    >
      {create.error && <Note kind="danger">{reasonOf(create.error)}</Note>}
      <FieldFrame id={`${id}-label`} label={t('setup.label')} required error={error?.messageFor('label')}>
        <TextInput id={`${id}-label`} data-autofocus value={label} onChange={(event) => setLabel(event.target.value)} />
      </FieldFrame>
      <FieldFrame id={`${id}-plural`} label={t('setup.plural')} required error={error?.messageFor('plural_label')}>
        <TextInput id={`${id}-plural`} value={values.plural_label} onChange={(event) => setPlural(event.target.value)} />
      </FieldFrame>
      <FieldFrame id={`${id}-name`} label={t('setup.name')} required help={t('setup.name_help')} error={error?.messageFor('name')}>
        <TextInput id={`${id}-name`} dir="ltr" value={values.name} onChange={(event) => setName(event.target.value)} />
      </FieldFrame>
    </Dialog>
  );
}
